import { z } from "zod";
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { ERROR_TABLE, type ErrorCode } from "@/lib/errors";
import { filterParameters, listParameters } from "./openapi-list";
import { isFiltersOf, isList, type Operation } from "./operation";

interface ApiInfo {
  version: string;
  serverUrl: string;
}

const REQUEST_ID_EXAMPLE = "0190a000-0000-7000-8000-0000000000ff";
const requestId = z.string().meta({ description: "Quote it when you ask for help.", examples: [REQUEST_ID_EXAMPLE] });

const problem = z
  .object({
    detail: z.string().meta({ examples: ["Insufficient permissions"] }),
    code: z.string().meta({ examples: ["forbidden"] }),
    request_id: requestId,
  })
  .meta({ id: "Problem" });

const validationProblem = z
  .object({
    detail: z.array(
      z.object({
        loc: z.array(z.union([z.string(), z.int()])).meta({ examples: [["body", "customer_email"]] }),
        msg: z.string().meta({ examples: ["Must be an e-mail address"] }),
        type: z.string().meta({ examples: ["invalid_format"] }),
      }),
    ),
    code: z.literal("validation_error"),
    request_id: requestId,
  })
  .meta({ id: "ValidationProblem" });

/** The OpenAPI 3.1 document of these operations, whose schemas are the ones that serve. */
export function buildOpenApi(operations: readonly Operation[], { version, serverUrl }: ApiInfo): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {};
  const operationIds = new Set(operations.map((operation) => operation.operationId));
  if (operationIds.size !== operations.length) throw new Error("Two operations share an operationId");
  for (const operation of operations) {
    const item = paths[operation.path] ?? {};
    if (item[operation.method]) throw new Error(`Two operations for ${operation.method} ${operation.path}`);
    paths[operation.path] = { ...item, [operation.method]: describeOperation(operation) };
  }
  return createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Bulkhead API",
        version,
        description: "Amounts are integers in minor units of their currency. Times are in UTC.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: serverUrl }],
      tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({ name })),
      security: [{ bearer: [] }],
      paths,
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "An access key, or a session token." },
          session: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: "The session token of a person; an access key is refused.",
          },
        },
        headers: {
          RequestId: {
            description: "Id of this request, also in the logs.",
            schema: { type: "string" },
            example: REQUEST_ID_EXAMPLE,
          },
          ProcessTime: { description: "Seconds spent on the server.", schema: { type: "string" }, example: "0.012" },
        },
      },
    },
    { override: addExamples },
  );
}

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { query, body, permission } = operation;
  const parameters = isList(query)
    ? listParameters(query)
    : isFiltersOf(query)
      ? filterParameters(query.filtersOf)
      : [];
  if (!operation.isPublic && !operation.isPlatform) {
    parameters.push({
      in: "header",
      name: "X-Tenant",
      description:
        "Slug of the tenant, where a session token's person belongs to several. An access key has one tenant.",
      schema: { type: "string" },
      example: "aurora",
    });
  }
  if (operation.isIdempotent) {
    parameters.push({
      in: "header",
      name: "Idempotency-Key",
      description:
        "Any text of your own, such as a UUID, for one attempt at one effect. The same key with the same body answers the " +
        "same again for 24 hours, with `Idempotent-Replayed: true`, and nothing happens twice. A request that failed had no " +
        "effect: its key may be sent again. 409 while the first request runs; 422 if the body is another one.",
      schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x21-\\x7e]+$" },
      example: "b7b2f0c4-order-1042",
    });
  }
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    tags: [operation.tag],
    ...(operation.description && { description: operation.description }),
    ...(operation.isPublic && { security: [] }),
    ...((operation.isPlatform || operation.isSessionOnly) && { security: [{ session: [] }] }),
    ...(permission && { "x-permission": permission }),
    ...(parameters.length > 0 && { parameters }),
    ...(query && !isList(query) && !isFiltersOf(query) && { requestParams: { query } }),
    ...(body && { requestBody: { required: true, content: { [bodyTypeOf(operation)]: { schema: body } } } }),
    responses: {
      ...describeSuccess(operation),
      ...describeErrors(errorsOf(operation)),
    },
  };
}

function bodyTypeOf({ encoding }: Operation): string {
  return encoding === "multipart" ? "multipart/form-data" : "application/json";
}

function describeSuccess(operation: Operation): ZodOpenApiResponsesObject {
  const { status = 200, existingFlag, repliesBytes, reply } = operation;
  const answer = {
    description: "Success",
    headers: { ...answerHeaders(), ...(operation.isIdempotent && { "Idempotent-Replayed": replayedHeader }) },
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
  // About the tenant: left open, or not the person's.
  if (!operation.isPublic && !operation.isPlatform) codes.push("bad_request", "not_found");
  codes.push("validation_error");
  if (operation.isIdempotent) codes.push("idempotency_in_progress");
  if (operation.body) codes.push("bad_request", "payload_too_large", "unsupported_media_type");
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
    responses[`${status}`] = {
      description: here.map((code) => ERROR_TABLE[code][1]).join(" · "),
      headers: {
        ...answerHeaders(),
        ...((status === 429 || here.includes("idempotency_in_progress")) && {
          "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" }, example: 2 },
        }),
      },
      content: {
        "application/json": { schema, ...(schema === problem && { examples: Object.fromEntries(examples) }) },
      },
    };
  }
  return responses;
}

const replayedHeader: oas31.HeaderObject = {
  description: "`true` where an earlier request with the same Idempotency-Key had the effect; otherwise absent.",
  schema: { type: "string", enum: ["true"] },
  example: "true",
};

function answerHeaders() {
  return {
    "X-Request-Id": { $ref: "#/components/headers/RequestId" },
    "X-Process-Time": { $ref: "#/components/headers/ProcessTime" },
  };
}

/** Gives back the examples that zod takes from inputs with a transform (`blankToNull`), and those that need no thought. */
const addExamples: ZodOpenApiOverride = ({ jsonSchema, zodSchema }) => {
  if (jsonSchema.examples !== undefined) return;
  const written = z.globalRegistry.get(zodSchema)?.examples;
  if (Array.isArray(written)) jsonSchema.examples = written;
  else if (jsonSchema.const !== undefined) jsonSchema.examples = [jsonSchema.const];
  else if (jsonSchema.enum?.[0] !== undefined) jsonSchema.examples = [jsonSchema.enum[0]];
  else if (jsonSchema.type === "boolean") jsonSchema.examples = [true];
};
