"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ActionError } from "@/lib/http/action-result";
import type { NamedMapping } from "@/lib/imports/named-mapping";
import type { ImportDetail } from "@/lib/imports/record";
import { checkImportAction, runImportAction } from "../actions";
import { AccountFields } from "./account-fields";
import { Advanced } from "./advanced";
import { type Draft, draftOf } from "./draft";
import { MetadataColumns } from "./metadata-columns";
import { NamedMappingBar } from "./named-mapping";
import { PaymentFields } from "./payment-fields";
import { PreviewTable } from "./preview-table";
import { usePreview } from "./use-preview";

export interface MappingFormProps {
  tenantSlug: string;
  record: ImportDetail;
  /** Mappings that have a name, of the file's resource. */
  named: readonly NamedMapping[];
  timeZone: string;
  /** Whether this person may make accounts. */
  mayMakeAccounts: boolean;
}

/** What each column means, with the first lines as they would be stored; then the check, and the import. */
export function MappingForm({ tenantSlug, record, named, timeZone, mayMakeAccounts }: MappingFormProps) {
  const t = useTranslations("client.imports.mapping");
  const sentence = useSentence();
  const [draft, setDraft] = useState<Draft>(() => draftOf(record.mapping ?? {}));
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();
  const { preview, error: previewError, isPending: isPreviewing } = usePreview(tenantSlug, record.id, draft);
  const header = record.header ?? [];
  const isChecked = record.status === "CHECKED";
  const problems = (error ?? previewError)?.issues ?? [];
  const problemOf = (...path: string[]) =>
    problems.find(({ loc }) => loc.slice(2, 2 + path.length).join(".") === path.join("."))?.msg;
  const general = error ?? (previewError && problems.length === 0 ? previewError : null);

  function start(action: typeof checkImportAction) {
    startTransition(async () => {
      const result = await action(tenantSlug, { id: record.id, mapping: draft });
      setError(result.ok ? null : result.error);
    });
  }

  const shared = { draft, setDraft, header, problemOf };
  return (
    <div className="flex flex-col gap-4">
      {general && (
        <Alert tone="danger" title={general.message} requestId={general.requestId} live>
          {problems.map(({ loc, msg }) => `${loc.slice(2).join(".")}: ${msg}`).join("; ")}
        </Alert>
      )}
      <Card title={t("columns")} description={t("columnsHelp", { count: header.length })}>
        <div className="flex flex-col gap-5">
          <NamedMappingBar tenantSlug={tenantSlug} mappings={named} draft={draft} setDraft={setDraft} header={header} />
          {draft.resource === "payment_intents" ? (
            <PaymentFields {...shared} timeZone={timeZone} mayMakeAccounts={mayMakeAccounts} />
          ) : (
            <AccountFields {...shared} />
          )}
          <MetadataColumns draft={draft} header={header} onChange={(metadata) => setDraft({ ...draft, metadata })} />
          <Advanced {...shared} />
        </div>
      </Card>
      <Card title={t("preview")} description={isPreviewing ? t("previewPending") : t("previewHelp")} flush>
        <div className="min-h-40" aria-busy={isPreviewing} aria-live="polite">
          {preview?.problem ? (
            <Alert tone="danger" className="m-4">
              {sentence(preview.problem)}
            </Alert>
          ) : (
            <PreviewTable resource={draft.resource} lines={preview?.lines ?? []} timeZone={timeZone} />
          )}
        </div>
      </Card>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p className="me-auto text-muted-foreground text-xs">{isChecked ? t("checked") : t("unchecked")}</p>
        <Button
          variant={isChecked ? "secondary" : "primary"}
          loading={isPending}
          onClick={() => start(checkImportAction)}
        >
          {t("check")}
        </Button>
        <Button
          variant={isChecked ? "primary" : "secondary"}
          loading={isPending}
          onClick={() => start(runImportAction)}
        >
          {t("run")}
        </Button>
      </div>
    </div>
  );
}
