import type { z } from "zod";
import { AppError, ERROR_TABLE, type ErrorCode, type FieldIssue } from "@/lib/errors";

/** Body of every failed answer of the API (R6). `detail` is a list for `validation_error` and a sentence for the rest. */
export interface ProblemBody {
  detail: string | FieldIssue[];
  code: ErrorCode;
  request_id: string;
}

export interface Problem {
  status: number;
  headers: Record<string, string>;
  body: ProblemBody;
}

/**
 * What the sender learns of a failure. Only an AppError speaks for itself; anything else is a bug, to be reported by
 * the caller, and shows nothing but the request id.
 */
export function toProblem(error: unknown, requestId: string): Problem {
  if (!(error instanceof AppError) || (error.status >= 500 && error.code !== "unavailable")) return internal(requestId);
  const { code, status, message, issues } = error;
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined)
    headers["retry-after"] = String(Math.max(1, Math.ceil(error.retryAfterSeconds)));
  if (status === 401) headers["www-authenticate"] = "Bearer";
  const detail = code === "validation_error" ? (issues ?? [{ loc: ["body"], msg: message, type: code }]) : message;
  return { status, headers, body: { detail, code, request_id: requestId } };
}

/** The issues of a failed parse by field; `prefix` says where the value came from, such as `["body"]`. */
export function zodIssues(error: z.core.$ZodError, prefix: readonly (string | number)[]): FieldIssue[] {
  return error.issues.flatMap((issue): FieldIssue[] => {
    const loc = [...prefix, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
    if (issue.code !== "unrecognized_keys") return [{ loc, msg: issue.message, type: issue.code }];
    return issue.keys.map((key) => ({ loc: [...loc, key.slice(0, 100)], msg: "Unknown field", type: issue.code }));
  });
}

function internal(requestId: string): Problem {
  const [status, detail] = ERROR_TABLE.internal;
  return { status, headers: {}, body: { detail, code: "internal", request_id: requestId } };
}
