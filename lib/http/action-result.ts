import type { ErrorCode, FieldIssue } from "@/lib/errors";

/** What a failed server action tells the browser: nothing internal, and the request id to quote. */
export interface ActionError {
  code: ErrorCode;
  message: string;
  requestId: string;
  issues?: FieldIssue[];
}

/** The answer of every server action. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };
