import type { oas31 } from "zod-openapi";
import { exampleOf } from "./openapi-examples";
import { IDEMPOTENCY_KEY_HEADER } from "./openapi-headers";
import { isFiltersOf, isList, type Operation } from "./operation";

/** What one call of an operation sends, made of the examples of its schemas. */
interface ExampleCall {
  query: Record<string, unknown>;
  body: Record<string, unknown> | null;
}

/**
 * Adds `x-codeSamples` (curl and the TypeScript client) to each operation. They are made of the examples in the document,
 * and a test runs every one.
 */
export function addCodeSamples(document: oas31.OpenAPIObject, operations: readonly Operation[]): void {
  const serverUrl = document.servers?.[0]?.url ?? "";
  for (const operation of operations) {
    const described = document.paths?.[operation.path]?.[operation.method];
    // What only a payment provider can sign is nobody's to copy.
    if (!described || operation.encoding === "signed") continue;
    const call = exampleCall(document, operation, described);
    Object.assign(described, {
      "x-codeSamples": [
        { lang: "Shell", label: "curl", source: curlSample(operation, call, serverUrl) },
        { lang: "TypeScript", label: "TypeScript", source: typescriptSample(operation, call, serverUrl) },
      ],
    });
  }
}

function exampleCall(
  document: oas31.OpenAPIObject,
  operation: Operation,
  described: oas31.OperationObject,
): ExampleCall {
  const query: Record<string, unknown> = {};
  for (const parameter of described.parameters ?? []) {
    if (!("in" in parameter) || parameter.in !== "query") continue;
    const isShown = isList(operation.query) ? parameter.name === "size" : parameter.required;
    if (isShown) query[parameter.name] = parameter.example ?? exampleOf(document, parameter.schema ?? {});
  }
  if (isFiltersOf(operation.query)) query.created_from = "2026-01-01";
  const content = described.requestBody && "content" in described.requestBody ? described.requestBody.content : {};
  const schema = Object.values(content)[0]?.schema;
  const body = schema ? exampleOf(document, schema, { forInput: true }) : null;
  return { query, body: typeof body === "object" && body !== null ? { ...body } : null };
}

function curlSample(operation: Operation, { query, body }: ExampleCall, serverUrl: string): string {
  const { method, path, isPublic, isIdempotent, encoding, repliesBytes } = operation;
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const address = `"${serverUrl}${path}${parameters.size > 0 ? `?${parameters}` : ""}"`;
  const lines = [`curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}${address}`];
  if (!isPublic) lines.push('-H "Authorization: Bearer $BULKHEAD_TOKEN"');
  if (isIdempotent) lines.push(`-H "Idempotency-Key: ${IDEMPOTENCY_KEY_HEADER.example}"`);
  if (body && encoding === "multipart")
    lines.push(...Object.entries(body).map(([name, value]) => `-F ${shellQuoted(formField(name, value))}`));
  else if (body) lines.push('-H "Content-Type: application/json"', `-d ${shellQuoted(JSON.stringify(body, null, 2))}`);
  if (repliesBytes) lines.push("--remote-name --remote-header-name");
  return lines.join(" \\\n  ");
}

const formField = (name: string, value: unknown) =>
  `${name}=${name === "file" ? "@contract.pdf" : typeof value === "string" ? value : JSON.stringify(value)}`;

const shellQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function typescriptSample(operation: Operation, { query, body }: ExampleCall, serverUrl: string): string {
  const { operationId, isPublic, isIdempotent, encoding } = operation;
  const isMultipart = encoding === "multipart";
  const input = body ?? (Object.keys(query).length > 0 ? query : null);
  const given = [
    ...(input ? [literal(input, isMultipart)] : []),
    ...(isIdempotent ? [literal({ idempotencyKey: IDEMPOTENCY_KEY_HEADER.example })] : []),
  ];
  const token = isPublic ? "" : ', token: process.env.BULKHEAD_TOKEN ?? ""';
  return [
    ...(isMultipart ? ['import { readFile } from "node:fs/promises";'] : []),
    'import { connect } from "@bulkhead/client";',
    "",
    `const bulkhead = connect({ baseUrl: ${JSON.stringify(serverUrl)}${token} });`,
    `const answer = await bulkhead.${operationId}(${given.join(", ")});`,
  ].join("\n");
}

/** A value as a programmer writes it: keys without quotes where they need none. */
function literal(value: unknown, isForm = false): string {
  const text = JSON.stringify(value, null, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");
  return isForm
    ? text.replace(/^(\s*)file: .*?(,?)$/m, '$1file: new File([await readFile("contract.pdf")], "contract.pdf")$2')
    : text;
}
