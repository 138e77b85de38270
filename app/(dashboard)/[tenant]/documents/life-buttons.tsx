"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Icon } from "@/components/ui/icon";
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
  const t = useTranslations("client.documents");
  const [restore, isPending] = useRestore(tenantSlug);
  return (
    <Button
      size={size}
      loading={isPending}
      onClick={() => restore(document)}
      aria-label={t("life.restore", { title: document.title })}
    >
      {!isPending && <Icon name="rotate-ccw" />} {t("restore")}
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
  const t = useTranslations("client.documents.life");
  const { title, version } = document;
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
              <Icon name="trash" /> {t("delete")}
            </Button>
          }
          title={t("title", { title })}
          description={version > 1 ? t("versionHelp", { version }) : t("help")}
          confirmLabel={t("confirm")}
          action={() => deleteDocumentAction(tenantSlug, { id: document.id })}
          onSuccess={() =>
            toastWithUndo(
              t("deleted", { title }),
              () => restoreDocumentAction(tenantSlug, { id: document.id }),
              t("restored", { title }),
            )
          }
        />
      )}
    </div>
  );
}
