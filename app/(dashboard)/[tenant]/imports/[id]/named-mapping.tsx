"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { useSentence } from "@/components/locale/use-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { toast, toastWithUndo } from "@/components/ui/toast";
import type { NamedMapping } from "@/lib/imports/named-mapping";
import { deleteMappingAction, restoreMappingAction, updateMappingAction } from "../actions";
import { type Draft, draftOf, isSameDraft } from "./draft";
import type { NamedMappingDialogProps } from "./named-mapping-dialog";

const NameDialog = dynamic<NamedMappingDialogProps>(
  () => import("./named-mapping-dialog").then((module) => module.NamedMappingDialog),
  { ssr: false },
);

export interface NamedMappingBarProps {
  tenantSlug: string;
  /** Those of the file's resource, by name. */
  mappings: readonly NamedMapping[];
  draft: Draft;
  setDraft: (draft: Draft) => void;
  header: readonly string[];
}

/** The mappings that have a name: one is picked, kept under a name, overwritten, renamed or deleted. */
export function NamedMappingBar({ tenantSlug, mappings, draft, setDraft, header }: NamedMappingBarProps) {
  const t = useTranslations("client.imports.named");
  const sentence = useSentence();
  const id = useId();
  const [pickedId, setPickedId] = useState(
    () => mappings.find(({ mapping }) => isSameDraft(draftOf(mapping), draft))?.id ?? null,
  );
  const [dialog, setDialog] = useState<"create" | "rename" | null>(null);
  const [isPending, startTransition] = useTransition();
  const picked = mappings.find((one) => one.id === pickedId) ?? null;
  const isChanged = picked !== null && !isSameDraft(draftOf(picked.mapping), draft);
  const isFitting = (one: NamedMapping) => one.header?.join("\n") === header.join("\n");
  const options = [...mappings.filter(isFitting), ...mappings.filter((one) => !isFitting(one))].map((one) => ({
    value: one.id,
    label: isFitting(one) && one.header ? t("fitting", { name: one.name }) : one.name,
  }));

  function pick(next: string | null) {
    const found = mappings.find((one) => one.id === next);
    if (!found) return;
    setPickedId(found.id);
    setDraft(draftOf(found.mapping));
  }

  function overwrite({ id: mappingId, name }: NamedMapping) {
    startTransition(async () => {
      const result = await updateMappingAction(tenantSlug, { id: mappingId, mapping: draft, header });
      if (!result.ok) return void toast.error(sentence(result.error.message));
      // As the server has it, with all that the form left to it.
      setDraft(draftOf(result.data.mapping));
      toast.success(t("told.overwritten", { name }));
    });
  }

  async function restore(mappingId: string) {
    const result = await restoreMappingAction(tenantSlug, { id: mappingId });
    // What somebody picked since stays picked.
    if (result.ok) setPickedId((current) => current ?? mappingId);
    return result;
  }

  return (
    <div className="flex flex-wrap items-end gap-2">
      {mappings.length > 0 && (
        <div className="w-full sm:w-72">
          <FieldShell id={id} label={t("label")}>
            <Select id={id} options={options} value={pickedId} onValueChange={pick} placeholder={t("choose")} />
          </FieldShell>
        </div>
      )}
      {picked && isChanged && (
        <Button loading={isPending} onClick={() => overwrite(picked)}>
          {t("overwrite", { name: picked.name })}
        </Button>
      )}
      <Button onClick={() => setDialog("create")}>{t("keep")}</Button>
      {picked && (
        <>
          <Button variant="ghost" onClick={() => setDialog("rename")}>
            {t("rename")}
          </Button>
          <ConfirmDialog
            trigger={<Button variant="ghost">{t("delete")}</Button>}
            title={t("deleteTitle", { name: picked.name })}
            description={t("deleteHelp")}
            confirmLabel={t("delete")}
            action={() => deleteMappingAction(tenantSlug, { id: picked.id })}
            onSuccess={() => {
              setPickedId(null);
              toastWithUndo(
                t("told.deleted", { name: picked.name }),
                () => restore(picked.id),
                t("told.restored", { name: picked.name }),
              );
            }}
          />
        </>
      )}
      {dialog && (
        <NameDialog
          tenantSlug={tenantSlug}
          renamed={dialog === "rename" ? picked : null}
          draft={draft}
          header={header}
          onClose={() => setDialog(null)}
          onKept={(kept) => {
            if (dialog === "create") setDraft(draftOf(kept.mapping));
            setPickedId(kept.id);
          }}
        />
      )}
    </div>
  );
}
