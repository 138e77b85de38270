"use client";

import { useMemo, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { AccountNode } from "@/lib/accounts/queries";
import { accountOptions } from "../../options";

export interface AccountTreeSelectProps {
  label: string;
  /** In the order of the tree, each after the one above it. */
  accounts: readonly AccountNode[];
  /** Tops of the chosen branches. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Gets the search field, which takes the focus when nothing was chosen. */
  fieldRef: (element: HTMLElement | null) => void;
}

/** More lines than anyone reads; people search. */
const MAX_LINES = 200;

/** The account tree with a box for each branch. What lies below a chosen account is ticked with it. */
export function AccountTreeSelect({ label, accounts, value, onChange, fieldRef }: AccountTreeSelectProps) {
  const [search, setSearch] = useState("");
  const paths = useMemo(() => new Map(accountOptions(accounts).map(({ value: id, hint }) => [id, hint])), [accounts]);
  const above = useMemo(() => pathsAbove(accounts), [accounts]);
  const wanted = search.trim().toLowerCase();
  const found = accounts.filter(({ name }) => name.toLowerCase().includes(wanted));
  const shown = found.slice(0, MAX_LINES);

  function toggle(id: string, checked: boolean) {
    // What the new branch holds already need not be named a second time.
    const others = value.filter((other) => other !== id && !above.get(other)?.includes(id));
    onChange(checked ? [...others, id] : others);
  }

  return (
    <div className="flex flex-col gap-2">
      <Input
        ref={fieldRef}
        type="search"
        aria-label={`Search ${label.toLowerCase()}`}
        placeholder="Search accounts…"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul aria-label={label} className="flex max-h-72 flex-col gap-1 overflow-y-auto rounded-md border p-2">
        {shown.map(({ id, name, depth }) => {
          const isCovered = above.get(id)?.some((one) => value.includes(one)) ?? false;
          return (
            <li key={id} style={{ paddingLeft: wanted ? 0 : `${depth * 1.25}rem` }}>
              {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
              <label className="flex items-center gap-2 py-0.5">
                <Checkbox
                  checked={isCovered || value.includes(id)}
                  disabled={isCovered}
                  onCheckedChange={(checked) => toggle(id, checked)}
                />
                <span className="min-w-0 truncate">
                  {name}
                  {wanted && paths.get(id) && <span className="text-muted-foreground text-xs"> · {paths.get(id)}</span>}
                </span>
              </label>
            </li>
          );
        })}
        {found.length === 0 && <li className="text-muted-foreground">No account matches.</li>}
        {found.length > shown.length && (
          <li className="text-muted-foreground text-xs">{found.length - shown.length} more: search for them.</li>
        )}
      </ul>
    </div>
  );
}

/** For each account the ids of all accounts above it. */
function pathsAbove(accounts: readonly AccountNode[]): Map<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  for (const { id, parent_id } of accounts)
    paths.set(id, parent_id ? [...(paths.get(parent_id) ?? []), parent_id] : []);
  return paths;
}
