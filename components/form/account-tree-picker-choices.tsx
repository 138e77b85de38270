"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { type AccountReach, type PickableNode, withMark } from "./account-reach-value";

export interface PickerChoicesProps {
  nodes: readonly PickableNode[];
  value: AccountReach;
  onChange: (value: AccountReach) => void;
  disabled: boolean;
}

/** What is chosen so far, each with a button that takes it away. */
export function PickerChoices({ nodes, value, onChange, disabled }: PickerChoicesProps) {
  const t = useTranslations("client.form.reach");
  const chosen = [
    ...value.branch_ids.map((id) => ({ id, isBranch: true })),
    ...value.account_ids.map((id) => ({ id, isBranch: false })),
  ];
  if (chosen.length === 0) return null;
  const names = new Map(nodes.map((node) => [node.id, node]));
  return (
    <ul aria-label={t("chosenAccounts")} className="flex flex-wrap gap-1.5">
      {chosen.map(({ id, isBranch }) => {
        const node = names.get(id);
        // An account that was deleted since, or that the reader does not reach: it can be taken away all the same.
        const name = node?.name ?? t("unseen");
        return (
          <li
            key={id}
            className="flex max-w-full items-center gap-1 rounded-md bg-neutral-subtle py-0.5 pe-0.5 ps-2 text-xs"
          >
            <span className="min-w-0 truncate">
              {isBranch
                ? t.rich("withBelow", {
                    name,
                    rest: (chunks) => <span className="text-muted-foreground">{chunks}</span>,
                  })
                : name}
            </span>
            <button
              type="button"
              aria-label={t("takeAway", { name })}
              disabled={disabled}
              onClick={() => onChange(withMark(nodes, value, id, "none"))}
              className="rounded-sm p-1 text-muted-foreground hover:text-foreground disabled:opacity-50"
            >
              <Icon name="x" className="block size-3" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
