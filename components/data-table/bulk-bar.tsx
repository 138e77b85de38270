"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { toast, toastFailure } from "@/components/ui/toast";
import type { Page } from "@/lib/list-query";
import type { BulkAction, BulkActions } from "./bulk-action";
import { BulkDialog, type BulkTarget } from "./bulk-dialog";
import type { Selection } from "./selection";

export interface BulkBarProps<Row> {
  bulk: BulkActions<Row>;
  page: Page<Row>;
  getRowId: (row: Row) => string;
  selection: Selection;
  /** The list itself, which takes the focus when there is nothing else for it. */
  list: RefObject<HTMLElement | null>;
}

/** What can be done to the chosen rows: floats above the list, so that nothing jumps when it comes and goes. */
export function BulkBar<Row>({ bulk, page, getRowId, selection, list }: BulkBarProps<Row>) {
  const t = useTranslations("client.table.bulk");
  // It outlives the choice: what is being done goes on when its rows have left the page.
  const [target, setTarget] = useState<BulkTarget<Row> | null>(null);
  const [isFinding, startFinding] = useTransition();
  const opener = useRef<HTMLButtonElement>(null);
  const { ids, isBeyondPage } = selection;
  const hasMore = page.totalIsCapped || page.total > page.items.length;
  const isWholePage = !isBeyondPage && ids.size > 0 && ids.size >= page.items.length;

  function ask(action: BulkAction<Row>) {
    const rows = page.items.filter((row) => ids.has(getRowId(row)));
    // Of rows on other pages only the server knows whether it makes sense.
    const fitting = isBeyondPage || !action.fits ? [...ids] : rows.filter(action.fits).map(getRowId);
    const names = new Map(rows.map((row) => [getRowId(row), bulk.nameOf(row)]));
    setTarget({ action, ids: fitting, leftOut: ids.size - fitting.length, names });
  }

  function selectMatching() {
    startFinding(async () => {
      const found = await bulk.findMatching?.();
      if (!found) return;
      if (!found.ok) {
        toastFailure(found.error);
        return;
      }
      selection.selectAll(found.data.ids);
      if (found.data.hasMore) toast.info(t("firstSelected", { count: found.data.ids.length }));
    });
  }

  return (
    <>
      {ids.size > 0 && (
        <section
          aria-label={t("region")}
          className="overlay-panel fixed inset-x-3 bottom-3 z-30 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-2 gap-y-1.5 p-1.5 ps-3 print:hidden"
        >
          <p role="status" className="me-1 text-sm tabular-nums">
            {t.rich("selected", {
              count: ids.size,
              strong: (chunks) => <strong className="font-semibold">{chunks}</strong>,
            })}
          </p>
          {isWholePage && hasMore && bulk.findMatching && (
            <Button size="sm" variant="link" loading={isFinding} onClick={selectMatching}>
              {t("selectMatching", { count: page.total, capped: page.totalIsCapped ? "yes" : "no" })}
            </Button>
          )}
          {bulk.actions.map((action) => (
            <Button
              key={action.id}
              size="sm"
              variant={action.tone === "danger" ? "danger-outline" : "secondary"}
              onClick={(event) => {
                opener.current = event.currentTarget;
                ask(action);
              }}
            >
              <action.icon aria-hidden />
              {action.label}
            </Button>
          ))}
          <Button size="sm" variant="ghost" aria-label={t("clear")} onClick={selection.clear}>
            <X aria-hidden />
            {/* text-ok: what stands on the key */}
            <Kbd className="max-sm:hidden">Esc</Kbd>
          </Button>
        </section>
      )}
      {target && (
        <BulkDialog
          target={target}
          onClose={() => {
            setTarget(null);
            // The dialog gives the focus back to its button, which is gone with what was chosen: then the list takes it.
            requestAnimationFrame(() => (opener.current?.isConnected ? opener.current : list.current)?.focus());
          }}
          onDone={selection.clear}
        />
      )}
    </>
  );
}
