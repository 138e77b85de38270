"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { RadioGroup } from "@/components/ui/radio-group";
import { FileDrop } from "../../documents/file-drop";
import { sizeLabel } from "../../documents/file-labels";
import { type UploadResult, uploadFile } from "../../documents/upload-file";

export interface UploadFormProps {
  tenantSlug: string;
  /** Largest file that is taken. */
  limitBytes: number;
  /** In which dates without a zone are meant. */
  timeZone: string;
}

type Refusal = Extract<UploadResult<unknown>, { ok: false }>;

/** Sends the file; what its columns mean comes next. */
export function UploadForm({ tenantSlug, limitBytes, timeZone }: UploadFormProps) {
  const t = useTranslations("client.imports");
  const tFile = useTranslations("client.documents");
  const sentence = useSentence();
  const locale = useLocale();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [resource, setResource] = useState("payment_intents");
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const isSending = percent !== null;
  const isTooLarge = file !== null && file.size > limitBytes;
  const refusedFile = refusal?.issues.find(({ loc }) => loc[1] === "file")?.msg;
  const refusedText = refusedFile && sentence(refusedFile);
  const fileProblem = isTooLarge ? t("upload.tooLarge", { size: sizeLabel(limitBytes, locale) }) : refusedText;
  const resources = [
    { value: "payment_intents", label: t("resources.payment_intents"), hint: t("upload.paymentsHint") },
    { value: "accounts", label: t("resources.accounts"), hint: t("upload.accountsHint") },
  ];

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!file || isTooLarge || isSending) return;
    const form = new FormData();
    form.append("resource", resource);
    form.append("time_zone", timeZone);
    form.append("file", file);
    setRefusal(null);
    setPercent(0);
    running.current = new AbortController();
    const address = `/api/dashboard/${tenantSlug}/import`;
    const result = await uploadFile<{ id: string }>(tFile, address, form, setPercent, running.current.signal);
    if (running.current.signal.aborted) return;
    if (result.ok) return router.push(`/${tenantSlug}/imports/${result.stored.id}`);
    setPercent(null);
    setRefusal(result);
  }

  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-5" noValidate>
      {refusal && !refusedFile && (
        <Alert tone="danger" title={sentence(refusal.message)} requestId={refusal.requestId} live>
          {refusal.issues.map(({ msg }) => sentence(msg)).join(" ")}
        </Alert>
      )}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">{t("upload.question")}</legend>
        <RadioGroup
          aria-label={t("upload.question")}
          options={resources}
          value={resource}
          onValueChange={setResource}
          disabled={isSending}
        />
      </fieldset>
      <FileDrop
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          setRefusal(null);
        }}
        disabled={isSending}
        limitBytes={limitBytes}
        accept=".csv,.tsv,.txt,.gz,text/csv,application/gzip"
        hint={t("upload.hint")}
        error={fileProblem}
      />
      {isSending && <Progress label={percent < 100 ? t("upload.sending") : t("upload.reading")} value={percent} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted-foreground text-xs">{t("upload.nothingYet")}</p>
        <Button type="submit" variant="primary" disabled={!file || isTooLarge} loading={isSending}>
          {t("upload.submit")}
        </Button>
      </div>
    </form>
  );
}
