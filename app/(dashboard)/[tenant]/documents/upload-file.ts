import type { FieldIssue } from "@/lib/errors";
import type { Texts } from "@/lib/messages/texts";

/** How an upload ended, with what the server answers. A refusal has its sentence and its problems by field. */
export type UploadResult<Stored> =
  | { ok: true; stored: Stored }
  | { ok: false; message: string; issues: FieldIssue[]; requestId?: string };

/** Sends a form with a file and tells how many percent have left; XMLHttpRequest, since fetch does not tell. */
export function uploadFile<Stored>(
  t: Texts<"client.documents">,
  address: string,
  form: FormData,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<UploadResult<Stored>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = () => resolve({ ok: false, message: t("upload.unreached"), issues: [] });
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
    request.onload = () => resolve(resultOf(t, request));
    request.onerror = failed;
    request.onabort = failed;
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", address);
    request.responseType = "json";
    request.send(form);
  });
}

function resultOf<Stored>(t: Texts<"client.documents">, { status, response }: XMLHttpRequest): UploadResult<Stored> {
  if (status >= 200 && status < 300) return { ok: true, stored: response };
  const { detail, request_id: requestId } = response ?? {};
  // text-ok: a sentence like the server's own, put into the page's language where it is shown
  if (status === 401) return { ok: false, message: "Your session has ended. Please sign in again", issues: [] };
  // text-ok: a sentence like the server's own, put into the page's language where it is shown
  if (Array.isArray(detail)) return { ok: false, message: "Some fields are not valid", issues: detail, requestId };
  return { ok: false, message: typeof detail === "string" ? detail : t("upload.unreached"), issues: [], requestId };
}
