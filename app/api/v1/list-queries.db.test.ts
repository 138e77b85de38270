import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { callApi } from "@/lib/testing/api";
import {
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let key: ApiKeyActor & { secret: string };
let lisbon: string;
let porto: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  key = await createKey(tenant);
  lisbon = (await makeAccount(tenant, { name: "Grand Hotel Lisbon" })).id;
  porto = (await makeAccount(tenant, { name: "Grand Hotel Porto" })).id;
  for (const [account_id, billing_amount, reference] of [
    [lisbon, 5_000, "booking-1"],
    [lisbon, 15_000, "booking-2"],
    [porto, 25_000, "booking-3"],
    [porto, 15_000, "other"],
  ] as const)
    await makePaymentIntent(tenant, account_id, { billing_amount, reference, metadata: { room: reference } });
});

async function idsOf(parameters: Record<string, string>, token: { secret: string } = key): Promise<string[]> {
  const { status, body, text } = await callApi("GET", `/api/v1/payment_intents?${new URLSearchParams(parameters)}`, {
    token,
  });
  expect(status, text).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
}

describe("one query", () => {
  test.each<[string, () => Record<string, string>, number]>([
    ["account:lisbon", () => ({ account: lisbon }), 2],
    ["-account:lisbon", () => ({ account_not: lisbon }), 2],
    ["amount>100", () => ({ amount_min: "10001" }), 3],
    ["amount:150 -reference:other", () => ({ amount_min: "15000", amount_max: "15000", reference_not: "other" }), 1],
    ["status:initialized created:today", () => ({ status: "INITIALIZED", created: "today" }), 4],
    ["-status:initialized", () => ({ status_not: "INITIALIZED" }), 0],
    ["booking", () => ({ reference: "*booking*" }), 3],
    ["-has:metadata.room", () => ({ "metadata_not[room]": "*" }), 0],
    ["-metadata.room:other", () => ({ "metadata_not[room]": "other" }), 3],
  ])("%s holds the same rows as q, as parameters, and on the page", async (q, parameters, count) => {
    const byParameters = await idsOf(parameters());
    expect(byParameters).toHaveLength(count);
    expect(await idsOf({ q })).toEqual(byParameters);
    const names = { account: [{ value: lisbon, label: "Grand Hotel Lisbon" }] };
    const { query, issues } = parseListParams(paymentIntentList, { q }, { mode: "lenient", names });
    expect(issues).toEqual([]);
    expect((await listPaymentIntents(key, query)).items.map(({ id }) => id)).toEqual(byParameters);
  });

  test("narrows totals as it narrows the list", async () => {
    const total = async (q: string) => {
      const { body } = await callApi("GET", `/api/v1/payment_intent_totals?${new URLSearchParams({ q })}`, {
        token: key,
      });
      return body.items?.reduce((sum: number, item: { count: number }) => sum + item.count, 0);
    };
    expect(await total("-account:lisbon")).toBe(2);
    expect(await total("-reference:other")).toBe(3);
  });

  test("that is wrong is refused with its place, and never with the names of what the caller does not see", async () => {
    const refusal = async (q: string, token: { secret: string }) => {
      const { status, body } = await callApi("GET", `/api/v1/payment_intents?${new URLSearchParams({ q })}`, { token });
      expect(status).toBe(422);
      expect(body.detail).toMatchObject([{ loc: ["query", "q"] }]);
      return body.detail[0].msg as string;
    };
    expect(await refusal("amount>5 nonsense:x", key)).toMatch(/There is no filter “nonsense”.*\(at character 10\)$/);
    expect(await refusal("account:grand", key)).toContain("Grand Hotel Lisbon, Grand Hotel Porto");
    const restricted = await createKey(tenant, { accountIds: [porto] });
    expect(await refusal("account:lisbon", restricted)).toBe("account: There is no “lisbon” (at character 9)");
    expect(await idsOf({ q: "account:grand" }, restricted)).toHaveLength(2);
    const stranger = await createKey(await createTenant(database()));
    expect(await refusal("account:lisbon", stranger)).not.toContain("Grand");
  });

  test("cannot look for what is masked, and not by leaving it out either", async () => {
    const key = await createKey(tenant, { permissions: ["payment_intents:read"] });
    for (const parameters of ["q=email:ann*", "q=-email:ann*", "customer_email_not=ann@x.com"]) {
      const path = `/api/v1/payment_intents?${parameters}`;
      expect((await callApi("GET", path, { token: key })).status).toBe(403);
      expect((await callApi("GET", path.replace("intents", "intent_totals"), { token: key })).status).toBe(403);
    }
  });
});

test("several orders are one order, and its cursors belong to it", async () => {
  const amounts = async (parameters: Record<string, string>) => {
    const { body } = await callApi(
      "GET",
      `/api/v1/payment_intents?${new URLSearchParams({ size: "25", ...parameters })}`,
      {
        token: key,
      },
    );
    return body.items.map((item: { reference: string }) => item.reference);
  };
  expect(await amounts({ sort: "-amount,created" })).toEqual(["booking-3", "booking-2", "other", "booking-1"]);
  expect(await amounts({ sort: "-amount,-created" })).toEqual(["booking-3", "other", "booking-2", "booking-1"]);
  const answer = await callApi("GET", "/api/v1/payment_intents?sort=created,amount", { token: key });
  expect(answer.status).toBe(422);
  expect(answer.body.detail).toMatchObject([{ loc: ["query", "sort"] }]);
});

test("a person is meant by a name in the log", async () => {
  const member = await createMember(database(), tenant);
  const { body } = await callApi(
    "GET",
    `/api/v1/audit_logs?${new URLSearchParams({ q: "user:nobody-of-this-name" })}`,
    {
      token: member,
    },
  );
  expect(body.detail).toMatchObject([{ loc: ["query", "q"], msg: expect.stringContaining("There is no") }]);
});
