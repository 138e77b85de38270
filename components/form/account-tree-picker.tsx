"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { cn } from "@/lib/cn";
import {
  type AccountReach,
  countReached,
  markOf,
  type PickableAccount,
  type PickableNode,
  pickableNodes,
  withMark,
} from "./account-reach-value";
import { PickerChoices } from "./account-tree-picker-choices";

export interface AccountTreePickerProps {
  /** Names the list, such as “Accounts”. */
  label: string;
  /** In the order of the tree, each after the one above it: `listAccountTree()`. */
  accounts: readonly PickableAccount[];
  value: AccountReach;
  onChange: (value: AccountReach) => void;
  disabled?: boolean;
  /** Gets the search field, which takes the focus when nothing was chosen. */
  fieldRef?: (element: HTMLElement | null) => void;
}

/** More lines than anyone reads; people search, or unfold. */
const MAX_LINES = 200;

/** Trees up to this size start unfolded. */
const SMALL_TREE = 30;

/**
 * The account tree with a box for each account. A ticked account that has others below it stands for its whole branch,
 * or for itself alone: the line says which, and changes it. Lists, boxes and buttons only, so Tab and Space do it all.
 */
export function AccountTreePicker(props: AccountTreePickerProps) {
  const { label, accounts, value, onChange, disabled = false, fieldRef } = props;
  const t = useTranslations("client.form.reach");
  const nodes = useMemo(() => pickableNodes(accounts), [accounts]);
  const [search, setSearch] = useState("");
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => startUnfolded(nodes, value));
  const wanted = search.trim().toLowerCase();
  const lines = wanted
    ? nodes.filter(({ name, path }) => `${path} ${name}`.toLowerCase().includes(wanted))
    : nodes.filter(({ above }) => above.every((id) => unfolded.has(id)));
  const shown = lines.slice(0, MAX_LINES);

  function toggleFold(id: string) {
    const next = new Set(unfolded);
    if (!next.delete(id)) next.add(id);
    setUnfolded(next);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <PickerChoices nodes={nodes} value={value} onChange={onChange} disabled={disabled} />
      <Input
        ref={fieldRef}
        type="search"
        aria-label={t("searchIn", { label, labelLower: label.toLowerCase() })}
        placeholder={t("search")}
        value={search}
        disabled={disabled}
        // Enter would send the form that the picker is in.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul aria-label={label} className="flex max-h-80 flex-col overflow-y-auto rounded-md border py-1">
        {shown.map((node) => (
          <PickerLine
            key={node.id}
            node={node}
            value={value}
            isFlat={wanted !== ""}
            isUnfolded={unfolded.has(node.id)}
            disabled={disabled}
            onFold={() => toggleFold(node.id)}
            onMark={(mark) => {
              // Who chose what a search found sees, once it is cleared, where that is and what it holds.
              if (mark !== "none") setUnfolded(new Set([...unfolded, ...node.above, node.id]));
              onChange(withMark(nodes, value, node.id, mark));
            }}
          />
        ))}
        {lines.length === 0 && (
          <li className="px-3 py-2 text-muted-foreground">{nodes.length === 0 ? t("none") : t("noMatch")}</li>
        )}
        {lines.length > shown.length && (
          <li className="px-3 py-2 text-muted-foreground text-xs">
            {t("more", { count: lines.length - shown.length })}
          </li>
        )}
      </ul>
      <p aria-live="polite" className="text-muted-foreground text-xs">
        {t("count", { reached: countReached(nodes, value), count: nodes.length })}
      </p>
    </div>
  );
}

interface PickerLineProps {
  node: PickableNode;
  value: AccountReach;
  /** Found by searching: the way to it is told in words. */
  isFlat: boolean;
  isUnfolded: boolean;
  disabled: boolean;
  onFold: () => void;
  onMark: (mark: "account" | "branch" | "none") => void;
}

function PickerLine({ node, value, isFlat, isUnfolded, disabled, onFold, onMark }: PickerLineProps) {
  const { name, path, below, depth } = node;
  const t = useTranslations("client.form.reach");
  const mark = markOf(node, value);
  const isChosen = mark === "account" || mark === "branch";
  return (
    <li
      className="flex min-h-9 flex-wrap items-center gap-x-2 pe-2 hover:bg-surface-muted sm:min-h-8"
      style={{ paddingInlineStart: isFlat ? "0.5rem" : `${0.5 + Math.min(depth, 6) * 1.1}rem` }}
    >
      {!isFlat &&
        (below > 0 ? (
          <button
            type="button"
            aria-expanded={isUnfolded}
            aria-label={isUnfolded ? t("fold", { name }) : t("unfold", { name })}
            onClick={onFold}
            className="rounded-sm p-1 text-muted-foreground hover:text-foreground"
          >
            <Icon
              name="chevron-right"
              className={cn("block transition-transform", isUnfolded ? "rotate-90" : "rtl:rotate-180")}
            />
          </button>
        ) : (
          <span className="w-6" aria-hidden />
        ))}
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
      <label className="flex min-w-0 flex-1 items-center gap-2 py-1">
        <Checkbox
          checked={mark === "branch" || mark === "inside" || mark === "account"}
          disabled={disabled || mark === "inside"}
          onCheckedChange={(checked) => onMark(checked ? (below > 0 ? "branch" : "account") : "none")}
        />
        <span className="min-w-0 truncate">
          {name}
          {isFlat && path && <span className="text-muted-foreground text-xs"> · {path}</span>}
          {mark === "inside" && <span className="sr-only"> {t("inBranch")}</span>}
        </span>
      </label>
      {isChosen ? (
        <select
          aria-label={t("howFar", { name })}
          value={mark}
          disabled={disabled}
          onChange={(event) => onMark(event.target.value === "branch" ? "branch" : "account")}
          className="h-7 max-w-full shrink-0 rounded-md border border-input bg-surface px-1.5 text-xs"
        >
          <option value="branch">{below > 0 ? t("allBelow", { count: below }) : t("allToCome")}</option>
          <option value="account">{t("onlyThis")}</option>
        </select>
      ) : (
        below > 0 && <span className="shrink-0 text-muted-foreground text-xs tabular-nums">{below}</span>
      )}
    </li>
  );
}

/** Small trees open whole; of large ones the way to what is chosen. */
function startUnfolded(nodes: readonly PickableNode[], value: AccountReach): Set<string> {
  if (nodes.length <= SMALL_TREE) return new Set(nodes.map(({ id }) => id));
  const chosen = new Set([...value.account_ids, ...value.branch_ids]);
  return new Set(nodes.filter(({ id }) => chosen.has(id)).flatMap(({ above }) => above));
}
