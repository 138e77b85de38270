"use client";

import { Check, Copy } from "lucide-react";
import { useMessages } from "next-intl";
import { cn } from "@/lib/cn";
import { useCopy } from "./copy-button";

/** The last characters of a time-ordered id tell rows apart; its first ones are alike for hours. */
export function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-8)}` : id;
}

/** An id, shortened unless `full`, that is copied whole by a click. */
export function CopyableId({ id, full = false, className }: { id: string; full?: boolean; className?: string }) {
  const { copied, copy } = useCopy(id);
  // Read as they are, since a table may have an id in each row, and a translator for each would be many.
  const { copied: copiedText, copyId } = useMessages().client.ui;
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      title={id}
      aria-label={copied ? copiedText : copyId.replace("{id}", id)}
      className={cn(
        "group/id inline-flex max-w-full items-center gap-1 rounded-sm font-mono text-muted-foreground text-xs hover:text-foreground",
        className,
      )}
    >
      <span className={full ? "break-all text-start" : "whitespace-nowrap"}>{full ? id : shortId(id)}</span>
      <Icon
        className={cn(
          "size-3 shrink-0 transition-opacity",
          copied
            ? "text-success-text"
            : !full && "opacity-0 group-hover/id:opacity-100 group-focus-visible/id:opacity-100",
        )}
        aria-hidden
      />
    </button>
  );
}
