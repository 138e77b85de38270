import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ApiKeyActor, MemberActor, PlatformAdminActor } from "@/lib/actor";
import { buildOpenApi } from "@/lib/http/openapi";
import { resolved } from "@/lib/http/openapi-examples";
import { isFiltersOf, isList, type Operation } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import { parameterNames, RESERVED_PARAMETERS } from "@/lib/list-query";
import { setErrorReporter } from "@/lib/logger";
import { type ApiAnswer, callApi, type HttpMethod } from "@/lib/testing/api";
import { sampleRequest } from "@/lib/testing/api-samples";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
const reported = vi.fn();
let tenant: TestTenant;
let key: ApiKeyActor & { secret: string };
let member: MemberActor;
let loner: MemberActor;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  key = await createKey(tenant);
  member = await createMember(database(), tenant);
  loner = await createMember(database(), tenant);
  admin = await createPlatformAdmin(database());
  setErrorReporter(reported);
});

function tokenOf({ isPlatform, isPersonal, isSessionOnly }: Operation) {
  if (isPlatform) return admin;
  // One of the requests about sessions ends the one that sends it: the last of them.
  if (isPersonal) return loner;
  return isSessionOnly ? member : key;
}

// Each run draws other values; many at once, and every pair of name and value, are for whoever changes a parser:
// FUZZ_RUNS=1000.
const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 25) };
const SHARES = process.env.FUZZ_RUNS ? 1 : 3;
const document = buildOpenApi(OPERATIONS, { version: "1", serverUrl: "http://localhost" });
const guarded = OPERATIONS.filter(({ isPublic }) => !isPublic).map(
  (operation) => [operation.operationId, operation] as const,
);

/** Texts that have broken parsers, SQL and JSON before. */
const NASTY_TEXTS = [
  ...[
    "",
    " ",
    "0",
    "-0",
    "-1",
    "1e309",
    "NaN",
    "null",
    "true",
    "*",
    "\\*",
    "a*",
    "%",
    "_",
    "'",
    '"',
    "\\",
    "\0",
    "\u{10ffff}",
  ],
  ...[
    "\ud800",
    "\u{10ffff}*",
    "ﬀ",
    "İ",
    "' or 1=1 --",
    "../../etc/passwd",
    "9".repeat(15),
    "9".repeat(30),
    "a".repeat(5000),
  ],
  ...["0001-01-01", "0000-01-01", "2026-02-30", "9999-12-31", "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00+14:00"],
  ...["infinity", "-infinity", "2026-01-01T00:00:00+99:99", "EUR,EUR", "[]", "{}", "ann@example.com", "+493012345678"],
  ...["0190a000-0000-7000-8000-00000000000a", "ffffffff-ffff-ffff-ffff-ffffffffffff", "WzEsInBheW1lbnRfaW50ZW50cyJd"],
];
const NASTY_VALUES = [
  ...NASTY_TEXTS,
  ...[null, true, [], {}, -0, 0.1, 1e21, Number.MAX_SAFE_INTEGER, [null], { "": { a: "\0" } }],
];

const nastyText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.integer().map(String),
);

const nastyValue = fc.oneof(fc.constantFrom(...NASTY_VALUES), fc.jsonValue({ maxDepth: 4 }), fc.double());

/** A third of the values for each name, another one for the next name and the next operation: together all of them. */
function* pairsOf<T>(operation: Operation, names: readonly string[], values: readonly T[]): Generator<[string, T]> {
  const offset = OPERATIONS.indexOf(operation);
  for (const [row, name] of names.entries())
    for (const [column, value] of values.entries()) if ((row + column + offset) % SHARES === 0) yield [name, value];
}

/** What every answer must be, however wrong the request was: documented, in the one form, and no bug of ours. */
function check(operation: Operation, answer: ApiAnswer): void {
  expect(answer.status, answer.text).toBeLessThan(500);
  expect(reported).not.toHaveBeenCalled();
  const documented = document.paths?.[operation.path]?.[operation.method]?.responses ?? {};
  expect(Object.keys(documented)).toContain(String(answer.status));
  if (answer.status < 300) return void operation.reply.parse(answer.body);
  expect(Object.keys(answer.body).sort()).toEqual(["code", "detail", "request_id"]);
  if (answer.status === 422) expect(answer.body.detail.length).toBeGreaterThan(0);
  else expect(typeof answer.body.detail).toBe("string");
}

function parametersOf({ query }: Operation): string[] {
  const list = isList(query) ? query : isFiltersOf(query) ? query.filtersOf : null;
  if (!list) return ["id", "x", "__proto__"];
  const names = Object.entries(list.filters).flatMap(([name, filter]) => parameterNames(name, filter));
  return [...names, ...RESERVED_PARAMETERS, "metadata[a]", "metadata[a.b][]", "metadata[", "__proto__", "x"];
}

describe.each(guarded)("%s", (_name, operation) => {
  const method = operation.method.toUpperCase() as HttpMethod;
  const send = async (parameters: [string, string][]) => {
    const address = `${operation.path}?${new URLSearchParams(parameters)}`;
    check(
      operation,
      await callApi(method, address, { token: tokenOf(operation), ...(operation.body && { body: {} }) }),
    );
  };

  test("answers parameters with nasty texts without a fault", async () => {
    for (const pair of pairsOf(operation, parametersOf(operation), NASTY_TEXTS)) await send([pair]);
  });

  test("answers any parameters without a fault", async () => {
    const name = fc.oneof({ arbitrary: fc.constantFrom(...parametersOf(operation)), weight: 9 }, nastyText);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(name, nastyText), { maxLength: 4 }), send), RUNS);
  });
});

describe.each(guarded.filter(([, { body, encoding }]) => body && !encoding))("%s", (_name, operation) => {
  const method = operation.method.toUpperCase() as HttpMethod;
  const send = async (body: unknown) =>
    check(operation, await callApi(method, operation.path, { token: tokenOf(operation), body }));
  const fields = [...fieldsOf(operation), "__proto__", "x"];

  test("answers fields with nasty values without a fault", async () => {
    const { body: good } = await sampleRequest(operation, tenant);
    for (const pair of pairsOf(operation, fields, NASTY_VALUES)) await send({ ...good, ...Object.fromEntries([pair]) });
  });

  test("answers any body without a fault", async () => {
    const { body: good } = await sampleRequest(operation, tenant);
    const changes = fc.dictionary(fc.constantFrom(...fields), nastyValue, { maxKeys: 4 });
    const body = fc.oneof(
      changes.map((given) => ({ ...good, ...given })),
      nastyValue,
    );
    await fc.assert(fc.asyncProperty(body, send), RUNS);
  });
});

test("what came in is text that can be stored, and only where it was valid", async () => {
  const rows = await asOwner<{ broken: number; stored: number }>(
    database(),
    `select count(*)::int as stored, count(*) filter (where name ~ '[\\x01-\\x1f]' or name <> btrim(name))::int as broken from accounts`,
  );
  expect(rows[0]?.stored).toBeGreaterThan(0);
  expect(rows[0]?.broken).toBe(0);
});

/** Names of the fields of an operation's body, as the document has them. */
function fieldsOf(operation: Operation): string[] {
  const described = document.paths?.[operation.path]?.[operation.method]?.requestBody;
  const schema = described && "content" in described ? described.content["application/json"]?.schema : undefined;
  return Object.keys(schema ? (resolved(document, schema).properties ?? {}) : {});
}
