"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { toast } from "@/components/ui/toast";

export interface EditDialogProps<Content> {
  /** Such as "Edit customer": title of the dialog, and name of the button, which reads “Edit”. */
  title: string;
  /** Such as `() => import("./edit-forms")`. */
  load: () => Promise<Content>;
  /** The form, which gets a function that closes the dialog and says that it is saved. */
  children: (content: Content, onSaved: () => void) => ReactNode;
}

/** The small button at a card that edits what the card shows; the form is an `EditForm`. */
export function EditDialog<Content>({ title, load, children }: EditDialogProps<Content>) {
  const t = useTranslations("client.form");
  return (
    <LazyDialog
      trigger={
        <Button size="sm" variant="ghost" aria-label={title}>
          {t("edit")}
        </Button>
      }
      title={title}
      load={load}
    >
      {(content, close) =>
        children(content, () => {
          close();
          toast.success(t("saved"));
        })
      }
    </LazyDialog>
  );
}
