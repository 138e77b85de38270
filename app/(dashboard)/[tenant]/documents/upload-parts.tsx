"use client";

import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Progress } from "@/components/ui/progress";
import { FileDrop, type FileDropProps } from "./file-drop";
import type { Upload } from "./use-upload";

/** Why an upload was refused, unless a field says so itself. */
export function UploadRefusal({ upload, fields }: { upload: Upload<unknown>; fields: readonly string[] }) {
  const sentence = useSentence();
  const { refusal, problemOf } = upload;
  if (!refusal || fields.some(problemOf)) return null;
  return (
    <Alert tone="danger" title={sentence(refusal.message)} requestId={refusal.requestId} live>
      {refusal.issues.map(({ msg }) => sentence(msg)).join(" ")}
    </Alert>
  );
}

/** Where the file of an upload is dropped or chosen. */
export function UploadDrop({ upload, ...given }: { upload: Upload<unknown> } & Pick<FileDropProps, "accept" | "hint">) {
  return (
    <FileDrop
      {...given}
      file={upload.file}
      onChange={upload.choose}
      disabled={upload.isSending}
      limitBytes={upload.limitBytes}
      error={upload.problemOf("file")}
    />
  );
}

/** How far an upload has come; nothing while none is under way. */
export function UploadProgress({
  upload,
  sending,
  reading,
}: {
  upload: Upload<unknown>;
  sending: string;
  reading: string;
}) {
  const { percent } = upload;
  if (percent === null) return null;
  return <Progress label={percent < 100 ? sending : reading} value={percent} />;
}
