"use client";

import { RotateCcw, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toastWithUndo } from "@/components/ui/toast";
import { deleteDocumentAction, restoreDocumentAction } from "./actions";
import { type NamedDocument, useRestore } from "./use-restore";

export interface RestoreButtonProps {
  tenantSlug: string;
  document: NamedDocument;
  size?: "sm" | "md";
}

/** Brings a deleted document back. */
export function RestoreButton({ tenantSlug, document, size }: RestoreButtonProps) {
  const [restore, isPending] = useRestore(tenantSlug);
  return (
    <Button size={size} loading={isPending} onClick={() => restore(document)} aria-label={`Restore ${document.title}`}>
      {!isPending && <RotateCcw aria-hidden />} Restore
    </Button>
  );
}

export interface LifeButtonsProps {
  tenantSlug: string;
  document: NamedDocument & { version: number };
  isDeleted: boolean;
}

/** Delete, or restore. When one takes the other's place, the keyboard's focus moves along. */
export function LifeButtons({ tenantSlug, document, isDeleted }: LifeButtonsProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(isDeleted);
  useEffect(() => {
    if (shown.current === isDeleted) return;
    shown.current = isDeleted;
    // The dialog that asked gives the focus back to a button that is gone; after that it is ours to place.
    const frame = requestAnimationFrame(() => place.current?.querySelector("button")?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isDeleted]);
  return (
    <div ref={place}>
      {isDeleted ? (
        <RestoreButton tenantSlug={tenantSlug} document={document} />
      ) : (
        <ConfirmDialog
          trigger={
            <Button variant="danger-outline">
              <Trash2 aria-hidden /> Delete
            </Button>
          }
          title={`Delete ${document.title}?`}
          description={
            document.version > 1
              ? `This deletes version ${document.version}; the version before it takes its place. You can restore it.`
              : "It leaves all lists and cannot be downloaded any more. You can restore it."
          }
          confirmLabel="Delete document"
          action={() => deleteDocumentAction(tenantSlug, { id: document.id })}
          onSuccess={() =>
            toastWithUndo(
              `${document.title} was deleted`,
              () => restoreDocumentAction(tenantSlug, { id: document.id }),
              `${document.title} is back`,
            )
          }
        />
      )}
    </div>
  );
}
