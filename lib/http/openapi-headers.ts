import type { oas31 } from "zod-openapi";

export const REQUEST_ID_EXAMPLE = "0190a000-0000-7000-8000-0000000000ff";

/** Headers of answers, by the names under which they are sent. */
export const ANSWER_HEADERS = {
  "X-Request-Id": {
    description: "Id of this request, also in the logs. Quote it when you ask for help.",
    schema: { type: "string", maxLength: 200, pattern: "^[\\x21-\\x7e]+$" },
    example: REQUEST_ID_EXAMPLE,
  },
  "X-Process-Time": {
    description: "Seconds spent on the server.",
    schema: { type: "string", maxLength: 20, pattern: "^\\d+\\.\\d{4}$" },
    example: "0.0120",
  },
  RateLimit: {
    description: "What is left of each limit (`r`) and the seconds until it is whole again (`t`).",
    schema: { type: "string", maxLength: 200, pattern: "^[\\x20-\\x7e]*$" },
    example: '"key";r=599;t=60',
  },
  "RateLimit-Policy": {
    description: "The limits that hold: requests (`q`) within seconds (`w`).",
    schema: { type: "string", maxLength: 200, pattern: "^[\\x20-\\x7e]*$" },
    example: '"key";q=600;w=60',
  },
  "Access-Control-Allow-Origin": {
    description: "Sent to scripts of the origins that this installation allows, and to no others.",
    schema: { type: "string", format: "uri", maxLength: 300 },
    example: "https://app.example.com",
  },
  "Retry-After": {
    description: "Seconds to wait.",
    schema: { type: "integer", format: "int32", minimum: 0, maximum: 86_400 },
    example: 2,
  },
  "Idempotent-Replayed": {
    description: "`true` where an earlier request with the same Idempotency-Key had the effect; otherwise absent.",
    schema: { type: "string", enum: ["true"] },
    example: "true",
  },
} as const satisfies Record<string, oas31.HeaderObject>;

type HeaderName = keyof typeof ANSWER_HEADERS;

const ALWAYS: readonly HeaderName[] = [
  "X-Request-Id",
  "X-Process-Time",
  "RateLimit",
  "RateLimit-Policy",
  "Access-Control-Allow-Origin",
];

/** References to the headers of one answer: those of all answers, and `more`. */
export function answerHeaders(more: readonly HeaderName[] = []): Record<string, oas31.ReferenceObject> {
  return Object.fromEntries([...ALWAYS, ...more].map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** Headers that requests may have, besides the token's. */
export const TENANT_HEADER: oas31.ParameterObject = {
  in: "header",
  name: "X-Tenant",
  description: "Slug of the tenant, where a session token's person belongs to several. An access key has one tenant.",
  schema: { type: "string", maxLength: 200, pattern: "^[a-z0-9-]+$" },
  example: "aurora",
};

export const IDEMPOTENCY_KEY_HEADER: oas31.ParameterObject = {
  in: "header",
  name: "Idempotency-Key",
  description:
    "Any text of your own, such as a UUID, for one attempt at one effect. The same key with the same body answers the " +
    "same again for 24 hours, with `Idempotent-Replayed: true`, and nothing happens twice. A request that failed had no " +
    "effect: its key may be sent again. 409 while the first request runs; 422 if the body is another one.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x21-\\x7e]+$" },
  example: "b7b2f0c4-order-1042",
};
