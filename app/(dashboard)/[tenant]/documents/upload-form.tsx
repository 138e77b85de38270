"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import type { UploadedDocument } from "@/lib/documents/schema";
import { type AccountChoice, accountOptions } from "../options";
import { FileDrop } from "./file-drop";
import { sizeLabel } from "./file-labels";
import { type UploadResult, uploadFile } from "./upload-file";

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

type Refusal = Extract<UploadResult<unknown>, { ok: false }>;

/** What the server answers, as far as it is told here. */
type Uploaded = Pick<UploadedDocument, "id" | "title" | "version" | "is_duplicate">;

/** Fields that show their own problems. */
const FIELDS = ["file", "title", "account_id"];

/** Chooses a file, says what it is, sends it and shows how far it has come. */
export function UploadForm({ tenantSlug, limitBytes, target, accounts, onDone }: UploadFormProps) {
  const t = useTranslations("client.documents");
  const sentence = useSentence();
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState(target.title ?? "");
  const [accountId, setAccountId] = useState<string | null>(target.accountId ?? null);
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const isSending = percent !== null;
  const isPlaced = Boolean(target.accountId || target.paymentIntentId);
  const problemOf = (field: string) => {
    const issue = refusal?.issues.find(({ loc }) => loc[1] === field);
    return issue && sentence(issue.msg);
  };
  // The server refuses it too, and closes the connection in the middle of the file: no sentence would arrive.
  const isTooLarge = file !== null && file.size > limitBytes;
  const fileProblem = isTooLarge ? t("upload.tooLarge", { size: sizeLabel(limitBytes, locale) }) : problemOf("file");

  async function send(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!file || isTooLarge || isSending) return;
    const form = new FormData();
    if (title.trim()) form.append("title", title);
    if (accountId) form.append("account_id", accountId);
    if (target.paymentIntentId) form.append("payment_intent_id", target.paymentIntentId);
    form.append("file", file);
    setRefusal(null);
    setPercent(0);
    running.current = new AbortController();
    const address = `/api/dashboard/${tenantSlug}/document`;
    const result = await uploadFile<Uploaded>(t, address, form, setPercent, running.current.signal);
    if (running.current.signal.aborted) return;
    setPercent(null);
    if (!result.ok) return setRefusal(result);
    const { stored: document } = result;
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
      {refusal && !FIELDS.some(problemOf) && (
        <Alert tone="danger" title={sentence(refusal.message)} requestId={refusal.requestId} live>
          {refusal.issues.map(({ msg }) => sentence(msg)).join(" ")}
        </Alert>
      )}
      <FileDrop
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          setRefusal(null);
        }}
        disabled={isSending}
        limitBytes={limitBytes}
        error={fileProblem}
      />
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
            placeholder={file?.name}
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
      {isSending && <Progress label={percent < 100 ? t("upload.sending") : t("upload.checking")} value={percent} />}
      <DialogFooter>
        <DialogClose render={<Button />}>{t("upload.cancel")}</DialogClose>
        <Button type="submit" variant="primary" disabled={!file || isTooLarge} loading={isSending}>
          {t("upload.submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}
