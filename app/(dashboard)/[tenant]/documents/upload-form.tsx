"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { UploadedDocument } from "@/lib/documents/schema";
import { type AccountChoice, accountOptions } from "../options";
import { UploadDrop, UploadProgress, UploadRefusal } from "./upload-parts";
import { useUpload } from "./use-upload";

/** What is settled before a file is chosen. */
export interface UploadTarget {
  accountId?: string;
  paymentIntentId?: string;
  /** Of a document that gets its next version. */
  title?: string;
}

export interface UploadFormProps {
  tenantSlug: string;
  /** Largest file that is taken. */
  limitBytes: number;
  target: UploadTarget;
  accounts: readonly AccountChoice[];
  onDone: () => void;
}

/** What the server answers, as far as it is told here. */
type Uploaded = Pick<UploadedDocument, "id" | "title" | "version" | "is_duplicate">;

/** Fields that show their own problems. */
const FIELDS = ["file", "title", "account_id"];

/** Chooses a file, says what it is, sends it and shows how far it has come. */
export function UploadForm({ tenantSlug, limitBytes, target, accounts, onDone }: UploadFormProps) {
  const t = useTranslations("client.documents");
  const router = useRouter();
  const id = useId();
  const upload = useUpload<Uploaded>(`/api/dashboard/${tenantSlug}/document`, limitBytes);
  const [title, setTitle] = useState(target.title ?? "");
  const [accountId, setAccountId] = useState<string | null>(target.accountId ?? null);
  const { isSending, problemOf } = upload;
  const isPlaced = Boolean(target.accountId || target.paymentIntentId);

  async function send(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const fields = new FormData();
    if (title.trim()) fields.append("title", title);
    if (accountId) fields.append("account_id", accountId);
    if (target.paymentIntentId) fields.append("payment_intent_id", target.paymentIntentId);
    const document = await upload.send(fields);
    if (!document) return;
    const action = { label: t("upload.open"), onClick: () => router.push(`/${tenantSlug}/documents/${document.id}`) };
    if (document.is_duplicate) toast.info(t("upload.duplicate", { title: document.title }), { action });
    else {
      const { version } = document;
      toast.success(version > 1 ? t("upload.newVersion", { version }) : t("upload.done"), { action });
    }
    onDone();
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-4" noValidate>
      <UploadRefusal upload={upload} fields={FIELDS} />
      <UploadDrop upload={upload} />
      {target.title === undefined && (
        <FieldShell
          id={`${id}-title`}
          label={t("title")}
          optional
          description={t("upload.titleHelp")}
          error={problemOf("title")}
        >
          <Input
            id={`${id}-title`}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            placeholder={upload.file?.name}
            maxLength={200}
            disabled={isSending}
            aria-invalid={problemOf("title") !== undefined}
            aria-describedby={`${id}-title-description ${id}-title-error`}
          />
        </FieldShell>
      )}
      {!isPlaced && accounts.length > 0 && (
        <FieldShell id={`${id}-account`} label={t("account")} optional error={problemOf("account_id")}>
          <Combobox
            id={`${id}-account`}
            options={accountOptions(accounts)}
            value={accountId}
            onValueChange={setAccountId}
            placeholder={t("upload.noAccount")}
            disabled={isSending}
            aria-invalid={problemOf("account_id") !== undefined}
            aria-describedby={`${id}-account-error`}
          />
        </FieldShell>
      )}
      <UploadProgress upload={upload} sending={t("upload.sending")} reading={t("upload.checking")} />
      <DialogFooter>
        <DialogClose render={<Button />}>{t("upload.cancel")}</DialogClose>
        <Button type="submit" variant="primary" disabled={!upload.isReady} loading={isSending}>
          {t("upload.submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}
