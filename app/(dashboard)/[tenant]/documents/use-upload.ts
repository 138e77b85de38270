"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { sizeLabel } from "./file-labels";
import { type UploadResult, uploadFile } from "./upload-file";

export interface Upload<Stored> {
  file: File | null;
  choose: (file: File) => void;
  /** Largest file that is taken. */
  limitBytes: number;
  /** How much has left, while it is under way; null before and after. */
  percent: number | null;
  isSending: boolean;
  /** A file is chosen that may be sent. */
  isReady: boolean;
  refusal: Extract<UploadResult<unknown>, { ok: false }> | null;
  /** What is wrong with a field, in the page's language. */
  problemOf: (field: string) => string | undefined;
  /** Sends the fields with the file. @returns what the server made of it, or null if it was refused or called off */
  send: (fields: FormData) => Promise<Stored | null>;
}

/** One file that is chosen and sent: how far it has come, and why it was refused. It is called off with the page. */
export function useUpload<Stored>(address: string, limitBytes: number): Upload<Stored> {
  const t = useTranslations("client.documents");
  const locale = useLocale();
  const sentence = useSentence();
  const [file, setFile] = useState<File | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Upload<Stored>["refusal"]>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const isSending = percent !== null;
  // The server refuses it too, and closes the connection in the middle of the file: no sentence would arrive.
  const isTooLarge = file !== null && file.size > limitBytes;
  const isReady = file !== null && !isTooLarge;

  function problemOf(field: string) {
    if (field === "file" && isTooLarge) return t("upload.tooLarge", { size: sizeLabel(limitBytes, locale) });
    const issue = refusal?.issues.find(({ loc }) => loc[1] === field);
    return issue && sentence(issue.msg);
  }

  async function send(fields: FormData) {
    if (!isReady || isSending) return null;
    fields.append("file", file);
    setRefusal(null);
    setPercent(0);
    const controller = new AbortController();
    running.current = controller;
    const result = await uploadFile<Stored>(t, address, fields, setPercent, controller.signal);
    if (controller.signal.aborted) return null;
    // It stays busy: whoever has the answer leaves for what was made, and nobody sends it twice meanwhile.
    if (result.ok) return result.stored;
    setPercent(null);
    setRefusal(result);
    return null;
  }

  function choose(chosen: File) {
    setFile(chosen);
    setRefusal(null);
  }

  return { file, choose, limitBytes, percent, isSending, isReady, refusal, problemOf, send };
}
