import { expect, test } from "vitest";
import { z } from "zod";
import type { oas31 } from "zod-openapi";
import { buildOpenApi } from "./openapi";
import { exampleOf } from "./openapi-examples";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";

const document = buildOpenApi(OPERATIONS, { version: "1.2.3", serverUrl: "http://localhost:3000" });
const FOREIGN = "password_hash";
const replies = OPERATIONS.filter(({ repliesBytes }) => !repliesBytes);

function exampleReply({ path, method, status = 200 }: Operation): unknown {
  const response = document.paths?.[path]?.[method]?.responses?.[status] as oas31.ResponseObject;
  return exampleOf(document, response.content?.["application/json"]?.schema ?? {});
}

/** The value with a field more in each of its objects, which no schema knows. */
function withForeignFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withForeignFields);
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, withForeignFields(part)]);
  return { ...Object.fromEntries(parts), [FOREIGN]: "secret" };
}

/** The value with one field at a time replaced by what it is not, at the first two levels. */
function broken(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const of = (part: unknown) => [
    undefined,
    {},
    [Symbol("no JSON")],
    ...(Array.isArray(part) ? part.flatMap(broken).map((item) => [item]) : []),
  ];
  return Object.entries(value).flatMap(([name, part]) => of(part).map((other) => ({ ...value, [name]: other })));
}

test.each(replies.map((operation) => [operation.operationId, operation] as const))(
  "the generated code of %s's reply answers as its schema does",
  (_id, operation) => {
    const compiled = z.compile(operation.reply, { strict: true });
    const example = exampleReply(operation);
    const foreign = withForeignFields(example);
    for (const value of [example, foreign, null, undefined, "text", [], {}, ...broken(example)]) {
      const expected = operation.reply.safeParse(value);
      const actual = compiled.safeParse(value);
      expect(actual.success).toBe(expected.success);
      expect(actual.data).toEqual(expected.data);
      expect(actual.error?.issues).toEqual(expected.error?.issues);
    }
  },
);

test("a field that is in none of the schemas leaves by none of them, and there were such fields", () => {
  const answers = replies.map((operation) => {
    const example = exampleReply(operation) as { items?: object[] };
    const items = example.items?.map((item) => ({ ...item, [FOREIGN]: "secret" }));
    const { success, data } = z
      .compile(operation.reply)
      .safeParse({ ...example, ...(items && { items }), [FOREIGN]: "" });
    const records = success ? [data, ...((data as typeof example).items ?? [])] : [];
    return { id: operation.operationId, success, leaks: records.some((record) => FOREIGN in (record as object)) };
  });
  // Of some operations the example is made of parts that do not fit each other.
  expect(answers.filter(({ success }) => success).length).toBeGreaterThan(replies.length * 0.9);
  // The description of the API is any object at all.
  expect(answers.filter(({ leaks }) => leaks).map(({ id }) => id)).toEqual(["getOpenApiDocument"]);
});
