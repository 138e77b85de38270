import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { MemberActor } from "@/lib/actor";
import { OPERATIONS } from "@/lib/http/operations";
import { callApi } from "@/lib/testing/api";
import { type SampleRequest, sampleRequest } from "@/lib/testing/api-samples";
import {
  asOwner,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile({ poolMax: 12 });
let tenant: TestTenant;
let member: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
});

const idempotent = OPERATIONS.filter(({ isIdempotent }) => isIdempotent).map(
  (operation) => [operation.operationId, operation] as const,
);

const send = ({ method, address, body }: SampleRequest, key: string) =>
  callApi(method, address, { token: member, headers: { "idempotency-key": key }, ...(body && { body }) });

/** Every change of tenant data leaves an audit row, so they count effects. */
async function changes(): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    database(),
    "select count(*)::int as count from audit_logs where tenant_id = $1",
    [tenant.id],
  );
  return row?.count ?? 0;
}

/**
 * Refunds are stopped or not: a second stop is refused, whoever sends it. A file only waits after its upload, and each
 * of its lines is imported once, however often the file came. A view's name, or a mapping's, is taken by the first that has it.
 */
const ONCE_BY_NATURE = ["createRefundStop", "uploadImport", "createSavedView", "createImportMapping"];

test("every POST that makes something or moves money takes a key, unless its answer holds a secret or the bytes are the key", () => {
  const creating = OPERATIONS.filter(({ method, status, isPublic, isPlatform }) =>
    Boolean(method === "post" && status === 201 && !isPublic && !isPlatform),
  );
  expect(creating.length).toBeGreaterThan(1);
  for (const { operationId, isIdempotent, reply, existingFlag } of creating) {
    const needsNone = holdsSecret(reply) || existingFlag || ONCE_BY_NATURE.includes(operationId);
    expect(Boolean(isIdempotent), operationId).toBe(!needsNone);
  }
  for (const [operationId, { method, reply, isPublic, isPlatform }] of idempotent) {
    expect(method, operationId).toBe("post");
    expect(holdsSecret(reply) || isPublic || isPlatform, operationId).toBeFalsy();
  }
});

describe.each(idempotent)("%s", (_name, operation) => {
  const success = operation.status ?? 200;

  test("sent again answers the same, says so, and changes nothing more", async () => {
    const sample = await sampleRequest(operation, tenant);
    const key = `${operation.operationId}-again`;
    const first = await send(sample, key);
    expect(first.status, first.text).toBe(success);
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    const before = await changes();
    const second = await send(sample, key);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(await changes()).toBe(before);
  });

  test("a hundred times at once has one effect", async () => {
    const sample = await sampleRequest(operation, tenant);
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(sample, `${operation.operationId}-100`)));
    const served = answers.filter(({ status }) => status === success);
    const busy = answers.filter(({ status }) => status === 409);
    expect(served.length).toBeGreaterThan(0);
    expect(served.length + busy.length).toBe(100);
    expect(new Set(served.map(({ text }) => text)).size).toBe(1);
    for (const { body, headers } of busy) {
      expect(body.code).toBe("idempotency_in_progress");
      expect(headers.get("retry-after")).toBe("1");
    }
    expect(served.filter(({ headers }) => headers.get("idempotent-replayed") === null)).toHaveLength(1);
    const [row] = await asOwner<{ requests: number }>(
      database(),
      "select count(distinct request_id)::int as requests from audit_logs where tenant_id = $1 and request_id = any ($2)",
      [tenant.id, answers.map(({ headers }) => headers.get("x-request-id"))],
    );
    expect(row?.requests, "only one of the requests changed anything").toBe(1);
  });
});

describe("createPaymentIntent", () => {
  const create = async (key: string, given: object = {}) => {
    const { id } = await makeAccount(tenant);
    const body = { account_id: id, billing_amount: 500, billing_currency: "EUR", ...given };
    return { body, answer: await send({ method: "POST", address: "/api/v1/payment_intent", body }, key) };
  };

  test("refuses the key with another body, and takes it with the same one written in another order", async () => {
    const { body, answer } = await create("order");
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    const address = "/api/v1/payment_intent";
    expect((await send({ method: "POST", address, body: reordered }, "order")).text).toBe(answer.text);
    const other = await send({ method: "POST", address, body: { ...body, billing_amount: 501 } }, "order");
    expect(other.status).toBe(422);
    expect(other.body.detail).toEqual([
      { loc: ["header", "Idempotency-Key"], msg: "Was used for another request", type: "idempotency_key_reused" },
    ]);
  });

  test("refuses the key of one operation at another", async () => {
    const { answer } = await create("one-operation");
    const sample: SampleRequest = {
      method: "POST",
      address: "/api/v1/payment_intent/cancel",
      body: { id: answer.body.id },
    };
    expect((await send(sample, "one-operation")).status).toBe(422);
  });

  test("after a refused body takes the key again", async () => {
    expect((await create("refused", { billing_currency: "XXX" })).answer.status).toBe(422);
    const body = { account_id: (await makeAccount(tenant)).id, billing_amount: 1, billing_currency: "EUR" };
    expect((await send({ method: "POST", address: "/api/v1/payment_intent", body }, "refused")).status).toBe(201);
  });

  test.each(["", " ", "a b", "ä", "a\tb", "x".repeat(256)])("refuses the key %j, naming the header", async (key) => {
    const { status, body } = (await create(key)).answer;
    expect(status).toBe(422);
    expect(body.detail).toEqual([expect.objectContaining({ loc: ["header", "Idempotency-Key"] })]);
  });
});

function holdsSecret(reply: z.ZodType): boolean {
  return /"(secret|link)"/.test(JSON.stringify(z.toJSONSchema(reply, { io: "input", unrepresentable: "any" })));
}
