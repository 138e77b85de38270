import { z } from "zod";
import type { ZodOpenApiResponsesObject } from "zod-openapi";
import { ERROR_TABLE, type ErrorCode } from "@/lib/errors";
import { answerHeaders, REQUEST_ID_EXAMPLE } from "./openapi-headers";
import type { Operation } from "./operation";

const requestId = z
  .string()
  .meta({ description: "Quote it when you ask for help.", maxLength: 200, examples: [REQUEST_ID_EXAMPLE] });
const errorCode = z.string().meta({
  description: "For programs; the sentence is for people and may change.",
  maxLength: 50,
  pattern: "^[a-z_]+$",
  examples: ["forbidden"],
});

const problem = z
  .object({
    detail: z.string().meta({ maxLength: 2000, examples: ["Insufficient permissions"] }),
    code: errorCode,
    request_id: requestId,
  })
  .meta({ id: "Problem" });

const validationProblem = z
  .object({
    detail: z
      .array(
        z.object({
          loc: z.array(z.union([z.string().meta({ maxLength: 400 }), z.int()])).meta({
            description: "Where: `body` or `query`, then the field as you wrote it",
            maxItems: 40,
            examples: [["body", "customer_email"]],
          }),
          msg: z.string().meta({ maxLength: 2000, examples: ["Must be an e-mail address"] }),
          type: z.string().meta({ maxLength: 50, pattern: "^[a-z_]+$", examples: ["invalid_format"] }),
        }),
      )
      .meta({ maxItems: 10_000 }),
    code: z.literal("validation_error"),
    request_id: requestId,
  })
  .meta({ id: "ValidationProblem" });

/** All answers that an operation can give. */
export function describeResponses(operation: Operation): ZodOpenApiResponsesObject {
  return { ...describeSuccess(operation), ...describeErrors(errorsOf(operation)) };
}

function describeSuccess(operation: Operation): ZodOpenApiResponsesObject {
  const { status = 200, existingFlag, repliesBytes, reply } = operation;
  const answer = {
    description: "Success",
    headers: answerHeaders(operation.isIdempotent ? ["Idempotent-Replayed"] : []),
    content: { [repliesBytes ? "application/octet-stream" : "application/json"]: { schema: reply } },
  };
  return {
    [`${status}`]: answer,
    ...(existingFlag && { "200": { ...answer, description: "It was there before" } }),
    ...(repliesBytes && { "206": { ...answer, description: "The part that the Range header asked for" } }),
  };
}

function errorsOf(operation: Operation): ErrorCode[] {
  const codes: ErrorCode[] = [...(operation.errors ?? []), "rate_limited", "unavailable", "internal"];
  if (!operation.isPublic) codes.push("token_not_found", "token_invalid", "token_expired", "forbidden");
  // What is a person's own is where a second factor is set up.
  if (!operation.isPublic && !operation.isPersonal) codes.push("second_factor_required");
  // About the tenant: left open, or not the person's.
  if (!operation.isPublic && !operation.isPlatform && !operation.isPersonal)
    codes.push("bad_request", "not_found", "switched_off");
  codes.push("validation_error");
  if (operation.isIdempotent) codes.push("idempotency_in_progress");
  if (operation.body) codes.push("bad_request", "request_timeout", "payload_too_large", "unsupported_media_type");
  const wanted = new Set(codes);
  return (Object.keys(ERROR_TABLE) as ErrorCode[]).filter((code) => wanted.has(code));
}

function describeErrors(codes: readonly ErrorCode[]): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const status of new Set(codes.map((code) => ERROR_TABLE[code][0]))) {
    const here = codes.filter((code) => ERROR_TABLE[code][0] === status);
    const schema = here.includes("validation_error") ? validationProblem : problem;
    const examples = here.map((code) => [
      code,
      { value: { detail: ERROR_TABLE[code][1], code, request_id: REQUEST_ID_EXAMPLE } },
    ]);
    const mayBeRetried = status === 429 || status === 503 || here.includes("idempotency_in_progress");
    responses[`${status}`] = {
      description: here.map((code) => ERROR_TABLE[code][1]).join(" · "),
      headers: answerHeaders(mayBeRetried ? ["Retry-After"] : []),
      content: {
        "application/json": { schema, ...(schema === problem && { examples: Object.fromEntries(examples) }) },
      },
    };
  }
  return responses;
}
