/** What is wrong with one field of the input. */
export interface FieldProblem {
  /** `body` or `query`, then the field as it was sent, such as `["body", "customer_email"]`. */
  loc: (string | number)[];
  msg: string;
  type: string;
}

/** An answer of the API that is no success. `code` is for programs, `message` for people. */
export class BulkheadError extends Error {
  override readonly name = "BulkheadError";
  /** HTTP status. */
  readonly status: number;
  /** Such as `validation_error` or `conflict`; `unreadable_answer` if what answered was not the API. */
  readonly code: string;
  /** Quote it when you ask for help. */
  readonly requestId: string | null;
  /** Problems by field, with status 422. */
  readonly fields: FieldProblem[];
  /** Seconds to wait before the next try, if the API named them. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: unknown, headers: Headers) {
    const { detail, code, request_id } = isObject(body) ? body : {};
    const fields = Array.isArray(detail) ? (detail as FieldProblem[]) : [];
    super(typeof detail === "string" ? detail : fields.map(sentence).join("; ") || `The server answered ${status}`);
    this.status = status;
    this.code = typeof code === "string" ? code : "unreadable_answer";
    this.requestId = typeof request_id === "string" ? request_id : headers.get("x-request-id");
    this.fields = fields;
    const seconds = Number(headers.get("retry-after") ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(seconds) ? seconds : null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const sentence = ({ loc, msg }: FieldProblem) => `${loc.slice(1).join(".")}: ${msg}`;
