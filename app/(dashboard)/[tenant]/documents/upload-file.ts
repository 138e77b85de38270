import type { FieldIssue } from "@/lib/errors";

/** How an upload ended. A refusal has the server's sentence and its problems by field. */
export type UploadResult =
  | { ok: true; document: { id: string; title: string; version: number; is_duplicate: boolean } }
  | { ok: false; message: string; issues: FieldIssue[]; requestId?: string };

const UNREACHED = "The server could not be reached. Nothing was stored; try again.";

/** Sends a form with a file and tells how many percent have left; XMLHttpRequest, since fetch does not tell. */
export function uploadFile(
  address: string,
  form: FormData,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = () => resolve({ ok: false, message: UNREACHED, issues: [] });
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
    request.onload = () => resolve(resultOf(request));
    request.onerror = failed;
    request.onabort = failed;
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", address);
    request.responseType = "json";
    request.send(form);
  });
}

function resultOf({ status, response }: XMLHttpRequest): UploadResult {
  if (status >= 200 && status < 300) return { ok: true, document: response };
  const { detail, request_id: requestId } = response ?? {};
  if (status === 401) return { ok: false, message: "Your session has ended. Please sign in again", issues: [] };
  if (Array.isArray(detail)) return { ok: false, message: "Some fields are not valid", issues: detail, requestId };
  return { ok: false, message: typeof detail === "string" ? detail : UNREACHED, issues: [], requestId };
}
