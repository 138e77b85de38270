"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast, toastFailure } from "@/components/ui/toast";
import { restoreDocumentAction } from "./actions";

/** What a message about a document needs. */
export interface NamedDocument {
  id: string;
  title: string;
}

/** Restores a document and says how it went: `[restore, isPending]`. */
export function useRestore(tenantSlug: string): [restore: (document: NamedDocument) => void, boolean] {
  const t = useTranslations("client.documents.life");
  const [isPending, startTransition] = useTransition();
  function restore({ id, title }: NamedDocument) {
    startTransition(async () => {
      const result = await restoreDocumentAction(tenantSlug, { id });
      if (result.ok) toast.success(t("restored", { title }));
      else toastFailure(result.error);
    });
  }
  return [restore, isPending];
}
