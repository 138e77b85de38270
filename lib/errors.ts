/** Code → HTTP status and default sentence: the only list of expected failures. */
export const ERROR_TABLE = {
  bad_request: [400, "The request could not be understood"],
  signature_invalid: [400, "The signature is not valid"],
  already_exists: [400, "It already exists"],
  token_not_found: [401, "Token not found"],
  token_invalid: [401, "Token invalid"],
  token_expired: [401, "Token expired"],
  forbidden: [403, "Insufficient permissions"],
  switched_off: [403, "The platform has switched this off for this tenant"],
  second_factor_required: [403, "This needs a second factor: set it up under My account, then sign in with it"],
  not_found: [404, "Not found"],
  method_not_allowed: [405, "Method not allowed"],
  request_timeout: [408, "The request did not arrive in time"],
  conflict: [409, "The record is not in a state that allows this"],
  refunds_stopped: [409, "Refunds are stopped"],
  idempotency_in_progress: [409, "The same request is still running"],
  payload_too_large: [413, "The request body is too large"],
  unsupported_media_type: [415, "The content type is not supported"],
  validation_error: [422, "Some fields are not valid"],
  rate_limited: [429, "Too many requests"],
  headers_too_large: [431, "The header of the request is too large"],
  unavailable: [503, "The service is busy, please try again"],
  internal: [500, "Internal server error"],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** One field's problem; `loc` is the path as the sender wrote it, such as `["body", "customer_email"]`. */
export interface FieldIssue {
  loc: (string | number)[];
  msg: string;
  type: string;
}

interface AppErrorOptions {
  /** Problems by field, for `validation_error` and failures that belong to one field. */
  issues?: FieldIssue[];
  retryAfterSeconds?: number;
  /** Extra facts for the page, such as the missing permission's name. Shown to the user: no secrets. */
  data?: Record<string, string>;
  cause?: unknown;
}

/**
 * An expected failure. Its message is shown to the user, so it holds nothing internal.
 * Anything else that is thrown is a bug: the user sees only a request id.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly issues: FieldIssue[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly data: Record<string, string> | undefined;

  constructor(code: ErrorCode, message?: string, options: AppErrorOptions = {}) {
    super(message ?? ERROR_TABLE[code][1], { cause: options.cause });
    this.code = code;
    this.status = ERROR_TABLE[code][0];
    this.issues = options.issues;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.data = options.data;
  }
}

/** A failure of one input field; `field` is its name in the schema, or a dotted path. */
export function fieldError(field: string, msg: string, code: ErrorCode = "validation_error"): AppError {
  return new AppError(code, msg, { issues: [{ loc: ["body", ...field.split(".")], msg, type: code }] });
}
