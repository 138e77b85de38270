"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { UploadDrop, UploadProgress, UploadRefusal } from "../../documents/upload-parts";
import { useUpload } from "../../documents/use-upload";

export interface UploadFormProps {
  tenantSlug: string;
  /** Largest file that is taken. */
  limitBytes: number;
  /** In which dates without a zone are meant. */
  timeZone: string;
}

/** Sends the file; what its columns mean comes next. */
export function UploadForm({ tenantSlug, limitBytes, timeZone }: UploadFormProps) {
  const t = useTranslations("client.imports");
  const router = useRouter();
  const [resource, setResource] = useState("payment_intents");
  const upload = useUpload<{ id: string }>(`/api/dashboard/${tenantSlug}/import`, limitBytes);
  const resources = [
    { value: "payment_intents", label: t("resources.payment_intents"), hint: t("upload.paymentsHint") },
    { value: "accounts", label: t("resources.accounts"), hint: t("upload.accountsHint") },
  ];

  async function send(event: FormEvent) {
    event.preventDefault();
    const fields = new FormData();
    fields.append("resource", resource);
    fields.append("time_zone", timeZone);
    const stored = await upload.send(fields);
    if (stored) router.push(`/${tenantSlug}/imports/${stored.id}`);
  }

  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-5" noValidate>
      <UploadRefusal upload={upload} fields={["file"]} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">{t("upload.question")}</legend>
        <RadioGroup
          aria-label={t("upload.question")}
          options={resources}
          value={resource}
          onValueChange={setResource}
          disabled={upload.isSending}
        />
      </fieldset>
      <UploadDrop upload={upload} accept=".csv,.tsv,.txt,.gz,text/csv,application/gzip" hint={t("upload.hint")} />
      <UploadProgress upload={upload} sending={t("upload.sending")} reading={t("upload.reading")} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted-foreground text-xs">{t("upload.nothingYet")}</p>
        <Button type="submit" variant="primary" disabled={!upload.isReady} loading={upload.isSending}>
          {t("upload.submit")}
        </Button>
      </div>
    </form>
  );
}
