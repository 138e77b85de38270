"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { NamedMapping } from "@/lib/imports/named-mapping";
import { text } from "@/lib/validation";
import { createMappingAction, updateMappingAction } from "../actions";
import type { Draft } from "./draft";

const nameInput = z.strictObject({ name: text(80) });

export interface NamedMappingDialogProps {
  tenantSlug: string;
  /** The mapping that gets another name; null: what the form holds now is kept under a new one. */
  renamed: NamedMapping | null;
  draft: Draft;
  header: readonly string[];
  onClose: () => void;
  onKept: (mapping: NamedMapping) => void;
}

/** Asks for the name of a mapping. */
export function NamedMappingDialog({ tenantSlug, renamed, draft, header, onClose, onKept }: NamedMappingDialogProps) {
  const t = useTranslations("client.imports.named");
  const form = useActionForm({
    schema: nameInput,
    defaultValues: { name: renamed?.name ?? "" },
    action: ({ name }) =>
      renamed
        ? updateMappingAction(tenantSlug, { id: renamed.id, name })
        : createMappingAction(tenantSlug, { name, mapping: draft, header }),
    onSuccess: (mapping) => {
      onClose();
      onKept(mapping);
      toast.success(t(renamed ? "told.renamed" : "told.kept", { name: mapping.name }));
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="sm" title={t(renamed ? "renameTitle" : "keepTitle")} description={t("keepHelp")}>
        <Form form={form}>
          <TextField control={form.control} name="name" label={t("name")} placeholder={t("nameExample")} />
          <FormActions form={form} submitLabel={t(renamed ? "rename" : "submit")}>
            <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
          </FormActions>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
