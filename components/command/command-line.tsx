"use client";

import { Command } from "cmdk";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { NAV_ICONS } from "../shell/icons";
import type { MenuEntry } from "./menu-entries";

/** One line of the menu. */
export function CommandLine({ entry, onChoose }: { entry: MenuEntry; onChoose: () => void }) {
  const { ownIcon: OwnIcon } = entry;
  return (
    <Command.Item
      value={entry.id}
      onSelect={onChoose}
      data-href={entry.href}
      className="flex min-h-10 cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-surface-muted sm:min-h-9"
    >
      {OwnIcon ? (
        <OwnIcon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
      ) : (
        <Icon
          name={entry.icon ? NAV_ICONS[entry.icon] : "arrow-right"}
          className={entry.icon ? "text-muted-foreground" : "text-muted-foreground rtl:rotate-180"}
        />
      )}
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <span className="min-w-0 truncate">{entry.label}</span>
        {entry.hint && <span className="min-w-0 truncate text-muted-foreground text-xs">{entry.hint}</span>}
      </span>
      {entry.amount && <Money amountMinor={entry.amount.minor} currency={entry.amount.currency} />}
      {entry.status && <StatusBadge status={entry.status} />}
      {entry.keys && (
        <span className="hidden gap-1 sm:flex">
          {entry.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
