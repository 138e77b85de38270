import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { isList, type Operation } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { flushRequestLog } from "@/lib/request-logs/commands";
import { type ApiCall, callApi } from "@/lib/testing/api";
import { createKey, createMember, doorsOfThisFile } from "@/lib/testing/fixtures";
import {
  type AccountRecords,
  CUSTOMER,
  FOREIGN,
  makeReachWorld,
  type ReachWorld,
  secretIds,
} from "@/lib/testing/reach";

// A restriction holds in every answer there is, and what is masked is masked in every answer: both are asked of each
// operation that reads, so that a new one is held to it without a word here.

const database = doorsOfThisFile();
let world: ReachWorld;
type Token = NonNullable<ApiCall["token"]>;
let owner: Token;
/** Who reaches what, by the name of the restriction. */
let restricted: Record<"branch" | "single", { member: Token; key: Token; reached: AccountRecords[] }>;

beforeAll(async () => {
  world = await makeReachWorld(database());
  const { tenant, top, below } = world;
  owner = await createMember(database(), tenant);
  const branch = [top.account];
  restricted = {
    branch: {
      member: await createMember(database(), tenant, { accountIds: branch }),
      key: await createKey(tenant, { accountIds: branch }),
      reached: [top, below],
    },
    single: {
      member: await createMember(database(), tenant, { onlyAccountIds: branch }),
      key: await createKey(tenant, { onlyAccountIds: branch }),
      reached: [top],
    },
  };
  await flushRequestLog();
}, 120_000);

const reads = OPERATIONS.filter(
  ({ method, isPublic, isPlatform, tag }) => method === "get" && !isPublic && !isPlatform && tag !== "Own account",
);
const byId = reads.filter(({ query }) => query && !isList(query) && "shape" in query && "id" in query.shape);
const lists = reads.filter(({ query }) => isList(query));
const named = (operations: readonly Operation[]) =>
  operations.map((operation) => [operation.operationId, operation] as const);

/** Kinds of token that an operation takes. */
const tokens = (operation: Operation, { member, key }: { member: Token; key: Token }) =>
  operation.isSessionOnly ? [member] : [member, key];

/** Parameters that an operation cannot go without. */
const REQUIRED: Readonly<Record<string, string>> = {
  explainAccess: "permission=refunds:create",
  getExportOptions: "list=accounts",
  getDefaultView: "list=accounts",
  getPaymentVolume: "from=2026-01-01&to=2026-12-31",
  search: `q=${FOREIGN}`,
};
const address = (operation: Operation, parameters: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    ...Object.fromEntries(new URLSearchParams(REQUIRED[operation.operationId])),
    ...parameters,
  });
  return `${operation.path}?${query}`;
};

/** The record that an operation reads by id, of the kinds that belong to accounts; null for those that do not. */
function recordOf({ path }: Operation, records: AccountRecords): string | null {
  const kinds: Record<string, string> = {
    account: records.account,
    account_totals: records.account,
    account_tree: records.account,
    payment_intent: records.payment,
    refund: records.refund,
    document: records.document,
    "document/content": records.document,
    webhook_endpoint: records.endpoint,
    webhook_delivery: records.delivery,
    api_key: records.key,
  };
  return kinds[path.replace("/api/v1/", "")] ?? null;
}

describe.each(["branch", "single"] as const)("restricted to a %s", (kind) => {
  test.each(named(lists))("%s shows nothing else, and counts nothing else", async (_name, operation) => {
    for (const token of tokens(operation, restricted[kind])) {
      const { status, text, body } = await callApi("GET", address(operation, { size: "100" }), { token });
      expect(status, text).toBe(200);
      for (const id of secretIds(world)) expect(text).not.toContain(id);
      expect(text).not.toContain(FOREIGN);
      expect(body.total, "a count of rows that are not shown").toBe(
        body.pages === 1 || body.pages === 0 ? body.items.length : body.total,
      );
      if (kind === "single")
        for (const id of [world.below.account, world.below.payment]) expect(text).not.toContain(id);
    }
  });

  test.each(named(byId))(
    "%s opens what is within reach and answers the rest as what never was",
    async (_name, operation) => {
      for (const token of tokens(operation, restricted[kind])) {
        for (const records of world.foreign) {
          const id = recordOf(operation, records);
          if (!id) continue;
          const headers = { "x-request-id": "one-and-the-same" };
          const [foreign, unknown] = [
            await callApi("GET", address(operation, { id }), { token, headers }),
            await callApi("GET", address(operation, { id: randomUUID() }), { token, headers }),
          ];
          expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
          expect((await callApi("GET", address(operation, { id }), { token: owner })).status).toBe(200);
        }
        for (const records of restricted[kind].reached) {
          const id = recordOf(operation, records);
          if (!id) continue;
          // Who reaches an account by itself does not see what belongs to the whole branch.
          const isOfBranch = kind === "single" && operation.path.includes("webhook");
          const answer = await callApi("GET", address(operation, { id }), { token });
          expect(answer.status, answer.text).toBe(isOfBranch ? 404 : 200);
          if (operation.repliesBytes) continue;
          for (const secret of secretIds(world)) expect(answer.text).not.toContain(secret);
          expect(answer.text).not.toContain(FOREIGN);
        }
      }
    },
  );

  test.each(named(reads.filter(({ query }) => !isList(query) && !byId.some((one) => one.query === query && query))))(
    "%s tells nothing of what is out of reach",
    async (_name, operation) => {
      for (const token of tokens(operation, restricted[kind])) {
        const { status, text } = await callApi("GET", address(operation), { token });
        expect([200, 403], text).toContain(status);
        for (const id of secretIds(world)) expect(text).not.toContain(id);
        expect(text).not.toContain(FOREIGN);
      }
    },
  );

  test("totals are those of the accounts within reach, from kept totals and from the rows", async () => {
    const { member, key, reached } = restricted[kind];
    for (const token of [member, key]) {
      const count = async (filters: Record<string, string>, by = token) => {
        const { body } = await callApi("GET", `/api/v1/payment_intent_totals?${new URLSearchParams(filters)}`, {
          token: by,
        });
        return body.items.reduce((sum: number, item: { count: number }) => sum + item.count, 0);
      };
      expect(await count({})).toBe(2 * reached.length);
      expect(await count({ customer_email: CUSTOMER.email })).toBe(2 * reached.length);
      expect(await count({}, owner)).toBe(10);
    }
  });

  test("no filter reaches further: neither by account, nor by search, metadata or customer", async () => {
    const { member, key } = restricted[kind];
    const [above] = world.foreign;
    for (const token of [member, key])
      for (const filter of [
        ["account", above?.account ?? ""],
        ["reference", `*${FOREIGN.toLowerCase()}*`],
        ["reference", `${FOREIGN}*`],
      ]) {
        const { body } = await callApi("GET", `/api/v1/payment_intents?${new URLSearchParams([filter])}`, { token });
        const ids = (body.items ?? []).map(({ id }: { id: string }) => id);
        for (const id of secretIds(world)) expect(ids).not.toContain(id);
      }
  });
});

test("there was something to see: the owner's lists hold what the restricted ones do not", async () => {
  const holding: string[] = [];
  for (const operation of lists) {
    const { text } = await callApi("GET", address(operation, { size: "100" }), { token: owner });
    if (secretIds(world).some((id) => text.includes(id))) holding.push(operation.operationId);
  }
  expect(holding).toEqual(
    expect.arrayContaining([
      "listAccounts",
      "listPaymentIntents",
      "listRefunds",
      "listDocuments",
      "listAuditLogs",
      "listApiKeys",
    ]),
  );
  expect(holding).toEqual(expect.arrayContaining(["listWebhookEndpoints", "listWebhookDeliveries"]));
  // The log's first page is full of this file's own requests.
  const ofKey = `/api/v1/request_logs?api_key=${world.foreign[0]?.key}`;
  expect((await callApi("GET", ofKey, { token: owner })).body.total).toBeGreaterThan(0);
  for (const { member, key } of Object.values(restricted))
    for (const token of [member, key]) expect((await callApi("GET", ofKey, { token })).body.total).toBe(0);
});

describe("without customers:read_personal_data", () => {
  const permissions = ALL_PERMISSIONS.filter((name) => name !== "customers:read_personal_data");
  let blind: { member: Token; key: Token };

  beforeAll(async () => {
    blind = {
      member: await createMember(database(), world.tenant, { permissions }),
      key: await createKey(world.tenant, { permissions }),
    };
  });

  test.each(named(reads))("%s answers no customer's address or number", async (_name, operation) => {
    const ids = byId.includes(operation)
      ? world.foreign.concat(world.top).map((records) => recordOf(operation, records))
      : [null];
    for (const token of tokens(operation, blind))
      for (const id of ids) {
        if (byId.includes(operation) && !id) continue;
        const { text } = await callApi("GET", address(operation, id ? { id } : {}), { token });
        expect(text).not.toContain(CUSTOMER.email);
        expect(text).not.toContain(CUSTOMER.phone);
      }
  });

  test.each([
    ["payment_intents", { customer_email: CUSTOMER.email }],
    ["payment_intents", { customer_email: "greta*" }],
    ["payment_intents", { "metadata[guest.mail]": CUSTOMER.email }],
    ["payment_intents", { reference: `*${CUSTOMER.email}*` }],
    ["payment_intent_totals", { customer_email: CUSTOMER.email }],
    ["payment_intent_totals", { "metadata[guest.mail]": CUSTOMER.email }],
    ["documents", { "metadata[signed_by]": CUSTOMER.email }],
    ["documents", { title: `*${CUSTOMER.email}*` }],
  ])("%s by %j is refused, and works for those who may", async (resource, filter) => {
    const path = `/api/v1/${resource}?${new URLSearchParams(filter)}`;
    for (const token of [blind.member, blind.key]) {
      const { status, text } = await callApi("GET", path, { token });
      expect([status, text.includes(CUSTOMER.email)], text).toEqual([403, false]);
    }
    const { status, text } = await callApi("GET", path, { token: owner });
    expect(status, text).toBe(200);
  });

  test("there was something to hide", async () => {
    const { text } = await callApi("GET", "/api/v1/payment_intents", { token: owner });
    expect(text).toContain(CUSTOMER.email);
    expect(text).toContain(CUSTOMER.phone);
  });

  test("changing other metadata keeps what is masked", async () => {
    const { payment } = world.top;
    const before = await callApi("GET", `/api/v1/payment_intent?id=${payment}`, { token: blind.key });
    const metadata = { ...before.body.metadata, nights: 3 };
    const changed = await callApi("PATCH", "/api/v1/payment_intent", {
      token: blind.key,
      body: { id: payment, metadata },
    });
    expect(changed.status, changed.text).toBe(200);
    const after = await callApi("GET", `/api/v1/payment_intent?id=${payment}`, { token: owner });
    expect(after.body.metadata).toEqual({ guest: { mail: CUSTOMER.email }, nights: 3 });
  });
});
