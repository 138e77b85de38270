import { z } from "zod";
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { addCodeSamples } from "./openapi-code-samples";
import { ANSWER_HEADERS, IDEMPOTENCY_KEY_HEADER, TENANT_HEADER } from "./openapi-headers";
import { stateLimits } from "./openapi-limits";
import { filterParameters, listParameters } from "./openapi-list";
import { describeResponses } from "./openapi-responses";
import { shareParts } from "./openapi-shared";
import { INTRODUCTION, SECURITY_SCHEMES, type SecurityScheme, TAGS } from "./openapi-words";
import { isFiltersOf, isList, METHODS, type Operation } from "./operation";

interface ApiInfo {
  version: string;
  serverUrl: string;
}

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
  nameReplies(operations);
  const document = createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Bulkhead API",
        version,
        description: INTRODUCTION,
        contact: { name: "Operators of this installation", url: serverUrl },
        license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
      },
      externalDocs: { url: `${serverUrl}/api/reference`, description: "Guides, and this document for people" },
      servers: [{ url: serverUrl, description: installationOf(serverUrl), "x-internal": false }],
      tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => {
        const description = TAGS[name];
        return { name, ...(description && { description }) };
      }),
      security: [{ bearer: [] }],
      paths,
      components: { securitySchemes: SECURITY_SCHEMES, headers: ANSWER_HEADERS },
    },
    { override: completeSchema },
  );
  describeIds(document);
  addCodeSamples(document, operations);
  shareParts(document);
  return document;
}

function installationOf(serverUrl: string): string {
  return /^(localhost|127\.)/.test(new URL(serverUrl).hostname) ? "Local installation" : "Production installation";
}

/** All say the same of their parameter `id`, so no schema need. */
function describeIds(document: oas31.OpenAPIObject): void {
  for (const item of Object.values(document.paths ?? {}))
    for (const method of METHODS)
      for (const parameter of item[method]?.parameters ?? [])
        if ("in" in parameter && parameter.name === "id") parameter.description ??= "Id of the record.";
}

/**
 * Gives names to the replies that people and generated clients meet: by the path that answers them, such as `PaymentIntent`
 * for one and `PaymentIntents` for a page; others by their operation.
 */
function nameReplies(operations: readonly Operation[]): void {
  const named = operations.filter(({ reply, repliesBytes }) => !repliesBytes && "shape" in reply);
  for (const { method, path, reply } of named)
    if (method === "get") nameOnce(reply, pascalCase(path.replace("/api/v1/", "")));
  for (const { operationId, reply } of named) nameOnce(reply, `${pascalCase(operationId)}Reply`);
}

function nameOnce(schema: z.ZodType, id: string): void {
  const meta = z.globalRegistry.get(schema);
  if (!meta?.id) z.globalRegistry.add(schema, { ...meta, id });
}

/** The same schema under the operation's name, such as `CreateAccountInput`. */
function namedInput(body: z.ZodType, operationId: string): z.ZodType {
  return body.meta({ id: `${pascalCase(operationId)}Input` });
}

function pascalCase(text: string): string {
  return text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_match, first: string) => first.toUpperCase());
}

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { query, permission, isPublic, isPlatform, isPersonal } = operation;
  const parameters = isList(query)
    ? listParameters(query)
    : isFiltersOf(query)
      ? filterParameters(query.filtersOf)
      : [];
  if (!isPublic && !isPlatform && !isPersonal) parameters.push(TENANT_HEADER);
  if (operation.isIdempotent) parameters.push(IDEMPOTENCY_KEY_HEADER);
  const scheme = schemeOf(operation);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    tags: [operation.tag],
    description: [operation.description, whoMay(operation)].filter(Boolean).join("\n\n"),
    ...(scheme !== "bearer" && { security: scheme ? [{ [scheme]: [] }] : [] }),
    ...(permission && { "x-permission": permission }),
    ...(parameters.length > 0 && { parameters }),
    ...(query && !isList(query) && !isFiltersOf(query) && { requestParams: { query } }),
    ...bodyOf(operation),
    responses: describeResponses(operation),
  };
}

function schemeOf({ isPublic, isPlatform, isPersonal, isSessionOnly }: Operation): SecurityScheme | null {
  if (isPublic) return null;
  if (isPlatform) return "platform_session";
  return isPersonal || isSessionOnly ? "session" : "bearer";
}

function whoMay({ isPublic, isPlatform, isPersonal, isSessionOnly, permission, encoding }: Operation): string {
  if (encoding === "signed") return "For the provider, whose signature stands for a token.";
  if (isPublic) return "Needs no token.";
  if (isPlatform) return "For the platform's staff, by session token.";
  if (isPersonal) return "For every person, by session token, about what is the own; no tenant is named.";
  const needs = permission ? `Needs the permission \`${permission}\`` : "Needs a token, and no permission";
  return `${needs}${isSessionOnly ? ", and the session token of a person: an access key is refused" : ""}.`;
}

function bodyOf({ body, encoding, operationId }: Operation): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (encoding === "signed")
    return { requestBody: { required: true, content: { "application/json": { schema: PROVIDER_EVENT } } } };
  if (!body) return {};
  const type = encoding === "multipart" ? "multipart/form-data" : "application/json";
  return { requestBody: { required: true, content: { [type]: { schema: namedInput(body, operationId) } } } };
}

const PROVIDER_EVENT: oas31.SchemaObject = {
  type: "object",
  description: "An event in the provider's own form, which its documentation describes.",
  examples: [{ type: "payment.succeeded" }],
};

const completeSchema: ZodOpenApiOverride = ({ jsonSchema, zodSchema }) => {
  stateLimits(jsonSchema);
  addExamples(jsonSchema, zodSchema);
};

type OverrideContext = Parameters<ZodOpenApiOverride>[0];

/** Gives back the examples that zod takes from inputs with a transform (`blankToNull`), and those that need no thought. */
function addExamples(jsonSchema: OverrideContext["jsonSchema"], zodSchema: OverrideContext["zodSchema"]): void {
  if (jsonSchema.examples !== undefined) return;
  const written = z.globalRegistry.get(zodSchema)?.examples;
  if (Array.isArray(written)) jsonSchema.examples = written;
  else if (jsonSchema.const !== undefined) jsonSchema.examples = [jsonSchema.const];
  else if (jsonSchema.enum?.[0] !== undefined) jsonSchema.examples = [jsonSchema.enum[0]];
  else if (jsonSchema.type === "boolean") jsonSchema.examples = [true];
}
