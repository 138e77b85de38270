import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "../actor";
import { MAX_BULK } from "../bulk";
import { callApi } from "../testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "../testing/fixtures";
import { makeProcessedPayment } from "../testing/refunds";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let accountId: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});
beforeEach(async () => {
  accountId = (await makeAccount(tenant)).id;
});

type Token = MemberActor | string;
const cancel = (token: Token, ids: string[]) =>
  callApi("POST", "/api/v1/payment_intents/bulk_cancel", { token, body: { ids } });
const change = (token: Token, body: Record<string, unknown>) =>
  callApi("POST", "/api/v1/payment_intents/bulk_metadata", { token, body });
const stored = async (id: string) => {
  const [row] = await asOwner<{ status: string; metadata: object }>(
    database(),
    "select status, metadata from payment_intents where id = $1",
    [id],
  );
  return row;
};
const auditOf = (id: string, operation: string) =>
  asOwner(database(), "select 1 from audit_logs where record_id = $1 and operation = $2", [id, operation]);

describe("canceling many", () => {
  test("says of each what came of it, and a refusal stops none of the others", async () => {
    const first = await makePaymentIntent(tenant, accountId);
    const settled = await makeProcessedPayment(tenant, accountId);
    const last = await makePaymentIntent(tenant, accountId);
    const unknown = randomUUID();
    const { status, body } = await cancel(owner, [first.id, settled.id, unknown, last.id, first.id]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ done: 2, refused: 2 });
    expect(
      body.items.map((item: { outcome: string; error: { code: string } | null }) => item.error?.code ?? item.outcome),
    ).toEqual(["done", "conflict", "not_found", "done"]);
    expect(await stored(first.id)).toMatchObject({ status: "CANCELED" });
    expect(await stored(settled.id)).toMatchObject({ status: "PROCESSED" });
    expect(await auditOf(first.id, "payment_intents.cancel")).toHaveLength(1);
    expect(await auditOf(last.id, "payment_intents.cancel")).toHaveLength(1);
  });

  test("is refused whole to whoever may not cancel one", async () => {
    const { id } = await makePaymentIntent(tenant, accountId);
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    expect((await cancel(viewer, [id])).status).toBe(403);
    expect(await stored(id)).toMatchObject({ status: "INITIALIZED" });
  });

  test("reaches neither another tenant's nor other accounts' payments", async () => {
    const { id } = await makePaymentIntent(tenant, accountId);
    const inside = (await makeAccount(tenant)).id;
    const other = await createTenant(database());
    const stranger = await createMember(database(), other);
    const restricted = await createMember(database(), tenant, { accountIds: [inside] });
    const key = await createKey(tenant, { accountIds: [inside] });
    const own = await makePaymentIntent(tenant, inside);
    for (const token of [stranger, restricted, key.secret]) {
      const { body } = await cancel(token, [id]);
      expect(body.items).toMatchObject([{ id, outcome: "refused", error: { code: "not_found" } }]);
    }
    expect(await stored(id)).toMatchObject({ status: "INITIALIZED" });
    expect((await cancel(restricted, [own.id])).body).toMatchObject({ done: 1 });
  });

  test.each([
    ["none", []],
    ["too many", Array.from({ length: MAX_BULK + 1 }, () => randomUUID())],
    ["no id", ["x"]],
  ])("with %s names the field", async (_what, ids) => {
    const { status, text } = await cancel(owner, ids);
    expect(status).toBe(422);
    expect(text).toContain('"ids"');
  });
});

describe("metadata of many", () => {
  test("is changed key by key, the rest stays, and what is as it should be leaves no trace", async () => {
    const { id } = await makePaymentIntent(tenant, accountId, { metadata: { draft: true, nights: 3 } });
    const same = await makePaymentIntent(tenant, accountId, { metadata: { channel: "web" } });
    const input = { ids: [id, same.id], set: { channel: "web" }, remove: ["draft"] };
    expect((await change(owner, input)).body).toMatchObject({ done: 2, refused: 0 });
    expect((await stored(id))?.metadata).toEqual({ nights: 3, channel: "web" });
    expect(await auditOf(id, "payment_intents.update")).toHaveLength(1);
    expect(await auditOf(same.id, "payment_intents.update")).toHaveLength(0);
    await change(owner, input);
    expect(await auditOf(id, "payment_intents.update")).toHaveLength(1);
  });

  test("of two changes at once keeps both keys", async () => {
    const { id } = await makePaymentIntent(tenant, accountId);
    await Promise.all([change(owner, { ids: [id], set: { a: 1 } }), change(owner, { ids: [id], set: { b: 2 } })]);
    expect((await stored(id))?.metadata).toMatchObject({ a: 1, b: 2 });
  });

  test("that would be too much is refused for that record only", async () => {
    const full = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`key_${n}`, n]));
    const { id } = await makePaymentIntent(tenant, accountId, { metadata: full });
    const roomy = await makePaymentIntent(tenant, accountId);
    const { body } = await change(owner, { ids: [id, roomy.id], set: { channel: "web" } });
    expect(body).toMatchObject({
      done: 1,
      items: [{ outcome: "refused", error: { code: "conflict" } }, { outcome: "done" }],
    });
  });

  test("needs a key to set or to remove", async () => {
    const { status, text } = await change(owner, { ids: [randomUUID()] });
    expect(status).toBe(422);
    expect(text).toContain('"set"');
  });
});
