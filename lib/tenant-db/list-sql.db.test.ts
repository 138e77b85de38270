import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { TenantActor } from "@/lib/actor";
import { defineList, type ListDefinition, type Page, parseListParams } from "@/lib/list-query";
import {
  asOwner,
  createKey,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { type ListSource, listPage, sql, tenantRead } from "./index";

const database = doorsOfThisFile();

/** Each kind of order that a list can have: by id, or by a number, text or time that may or may not be null. */
const payments = source("payment_intents", {
  created: { column: null, type: "timestamp", nullable: false },
  amount: { column: "amount", type: "number", nullable: false },
  billing: { column: "billing_amount", type: "number", nullable: true },
  reference: { column: "reference", type: "text", nullable: true },
  made: { column: "created_at", type: "timestamp", nullable: false },
});
const keys = source("tenant_api_keys", {
  name: { column: "name", type: "text", nullable: false },
  used: { column: "last_used_at", type: "timestamp", nullable: true },
});

function source(table: "payment_intents" | "tenant_api_keys", sorts: ListDefinition["sorts"]): ListSource {
  const hasAccount = table === "payment_intents";
  return {
    table,
    accountColumn: hasAccount ? "account_id" : null,
    columns: sql`x.id`,
    // Besides the test's own keys there is that of the restricted actor.
    ...(hasAccount ? {} : { rowColumns: ["id", "name", "last_used_at"], where: sql`x.prefix = 'bh'` }),
    definition: defineList({
      name: table,
      sorts,
      defaultSort: { name: Object.keys(sorts)[0] ?? "", direction: "asc" },
      filters: hasAccount
        ? {
            status: { kind: "enum", column: "status", values: ["INITIALIZED", "FAILED", "CANCELED"] },
            state: { kind: "enum", column: "status", values: ["INITIALIZED", "FAILED", "CANCELED"], isTotal: true },
            reference: { kind: "text", column: "reference_key", match: "contains", lowerCase: true },
            metadata: { kind: "metadata", column: "metadata" },
            account: { kind: "account", column: "account_id" },
          }
        : {},
      sizes: [1, 2, 3, 7],
      defaultSize: 3,
    }),
  };
}

let tenant: TestTenant;
/** A branch of two accounts, and one account outside of it. */
let accounts: string[];
let restricted: TenantActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  const top = await makeAccount(tenant);
  const below = await makeAccount(tenant, { parent_id: top.id });
  accounts = [top.id, below.id, (await makeAccount(tenant)).id];
  restricted = await createKey(tenant, { accountIds: [top.id] });
});

const idOf = (n: number) => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

interface Row {
  /** 0–3, so that there are ties. */
  value: number;
  /** Stands for null in the columns that may be null. */
  isNull: boolean;
  status: string;
  /** Index into `accounts`. */
  account: number;
}

const row = fc.record({
  value: fc.integer({ min: 0, max: 3 }),
  isNull: fc.boolean(),
  status: fc.constantFrom("INITIALIZED", "FAILED", "CANCELED"),
  account: fc.integer({ min: 0, max: 2 }),
});

const TEXTS = ["", "a", "É", "\u{1f600}"].map((text) => `n${text}`);
// The last digit tells whether a cursor keeps microseconds.
const timeOf = (value: number) => `2026-01-31T09:30:00.00000${value}+00`;

/** Puts rows straight into the table, as no command could: with chosen ids, times and statuses. */
async function insert(table: string, rows: { id: string; row: Row }[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ id, row: { value, isNull, status, account } }) => ({
    tenant_id: tenant.id,
    id,
    ...(table === "payment_intents"
      ? {
          account_id: accounts[account],
          billing_amount: isNull ? null : value,
          billing_currency: isNull ? null : "EUR",
          processing_amount: value,
          processing_currency: "EUR",
          status,
          reference: isNull ? null : TEXTS[value],
          metadata: {},
        }
      : {
          name: TEXTS[value],
          key_hash: `\\x${"00".repeat(32)}`,
          prefix: "bh",
          last_four: "0000",
          permissions: [],
          restricted_to_accounts: false,
          last_used_at: isNull ? null : timeOf(value),
        }),
    created_at: timeOf(value),
    updated_at: timeOf(value),
  }));
  const columns = Object.keys(values[0] ?? {}).join(", ");
  await asOwner(
    database(),
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(values)],
  );
}

interface Walk {
  source: ListSource;
  sort: string;
  size: string;
  filters?: Record<string, string>;
  actor?: TenantActor;
}

async function page({ source, sort, size, filters, actor }: Walk, more: Record<string, string> = {}) {
  const { query } = parseListParams(source.definition, { sort, size, ...filters, ...more }, { mode: "strict" });
  return tenantRead(actor ?? tenant.system, null, (db) =>
    listPage<{ id: string }>(db, actor ?? tenant.system, source, query),
  );
}

type Answer = Page<{ id: string }>;

/** Follows cursors to the end; `between` runs before each step. Gives all ids met, and the last page. */
async function follow(walk: Walk, start: Answer, way: "nextCursor" | "previousCursor", between: () => Promise<void>) {
  const seen = [start.items.map(({ id }) => id)];
  let last = start;
  for (let cursor = last[way]; cursor; cursor = last[way]) {
    await between();
    last = await page(walk, { cursor });
    seen.push(last.items.map(({ id }) => id));
  }
  return { last, ids: (way === "nextCursor" ? seen : seen.reverse()).flat() };
}

/** The order that PostgreSQL itself gives, without keyset, merged walks or row-level security. */
async function expected({ source, sort, filters, actor }: Walk): Promise<string[]> {
  const keys = sort
    .split(",")
    .map((key) => ({ name: key.replace("-", ""), way: key.startsWith("-") ? "desc" : "asc" }));
  const order = keys.map(({ name, way }) => `${source.definition.sorts[name]?.column ?? "id"} ${way}`).join(", ");
  const conditions = [
    ...(filters?.status ? [`status in ('${filters.status.replaceAll(",", "','")}')`] : []),
    ...(filters?.status_not ? [`status not in ('${filters.status_not.replaceAll(",", "','")}')`] : []),
    ...(filters?.state_not ? [`status not in ('${filters.state_not.replaceAll(",", "','")}')`] : []),
    ...(filters?.account_not ? [`account_id not in ('${accounts[0]}', '${accounts[1]}')`] : []),
    ...(filters?.reference_not ? ["reference_key is distinct from 'na'"] : []),
    ...(filters?.account || actor === restricted ? [`account_id in ('${accounts[0]}', '${accounts[1]}')`] : []),
  ];
  const rows = await asOwner<{ id: string }>(
    database(),
    `select id from ${source.table} where ${["tenant_id = $1", ...conditions].join(" and ")} and id::text like '0190a000%'
     order by ${order}, id ${keys.at(-1)?.way}`,
    [tenant.id],
  );
  return rows.map(({ id }) => id);
}

/** Several orders at once: ties of every kind, nulls at either end, and ways that part. */
const SEVERAL = [
  "amount,-billing",
  "-billing,created",
  "reference,-amount,created",
  "-reference,-made",
  "billing,amount",
];

const SORTS = [
  ...[payments, keys].flatMap((one) =>
    Object.keys(one.definition.sorts).flatMap((name) => [
      { source: one, sort: name },
      { source: one, sort: `-${name}` },
    ]),
  ),
  ...SEVERAL.map((sort) => ({ source: payments, sort })),
  { source: keys, sort: "used,-name" },
];

const filters = fc.constantFrom<Record<string, string>>(
  {},
  { status: "FAILED" },
  { status: "INITIALIZED,CANCELED" },
  { account: "branch" },
  { account: "branch", status: "INITIALIZED,FAILED" },
  { status_not: "FAILED" },
  { state_not: "FAILED" },
  { account_not: "branch", state_not: "FAILED,CANCELED" },
  { account_not: "branch", reference_not: "na" },
);

describe.each(SORTS)("$source.table sorted by $sort", ({ source, sort }) => {
  test("gives each row that was there throughout exactly once, in order, forwards and backwards", async () => {
    const property = fc.asyncProperty(
      fc.array(row, { maxLength: 14 }),
      fc.array(fc.array(row, { maxLength: 2 }), { maxLength: 12 }),
      fc.shuffledSubarray(
        Array.from({ length: 60 }, (_, n) => n),
        { minLength: 60 },
      ),
      fc.constantFrom("1", "2", "3", "7"),
      filters,
      fc.boolean(),
      async (initial, inserts, ids, size, chosen, isRestricted) => {
        // The keys' table has no account of its own; its restriction is another noun's matter.
        const hasAccount = source.accountColumn !== null;
        const walk: Walk = {
          source,
          sort,
          size,
          ...(hasAccount && {
            filters: {
              ...chosen,
              ...(chosen.account && { account: accounts[0] ?? "" }),
              ...(chosen.account_not && { account_not: accounts[0] ?? "" }),
            },
            ...(isRestricted && { actor: restricted }),
          }),
        };
        await asOwner(database(), `delete from ${source.table} where id::text like '0190a000%'`);
        const waiting = [...ids];
        const add = (rows: Row[]) =>
          insert(
            source.table,
            rows.map((one) => ({ id: idOf(waiting.shift() ?? 0), row: one })),
          );
        const nothing = () => Promise.resolve();
        await add(initial);
        const there = await expected(walk);

        const still = await follow(walk, await page(walk), "nextCursor", nothing);
        expect(still.ids).toEqual(there);
        expect((await follow(walk, still.last, "previousCursor", nothing)).ids).toEqual(there);

        const groups = [...inserts];
        const between = () => add(groups.shift() ?? []);
        const once = (seen: string[]) => {
          expect(new Set(seen).size).toBe(seen.length);
          const present = new Set(there);
          expect(seen.filter((id) => present.has(id))).toEqual(there);
        };
        const forth = await follow(walk, await page(walk), "nextCursor", between);
        once(forth.ids);
        const back = await follow(walk, forth.last, "previousCursor", between);
        once(back.ids);
        // Rows came before the first page meanwhile: the walk back ends at the very first row, not where it began.
        if (back.last.items.length > 0) expect(back.last.items[0]?.id).toBe((await page(walk)).items[0]?.id);
      },
    );
    await fc.assert(property, { numRuns: 10 });
  });
});

test("a page by number is the page that cursors lead to, and the count is that of all pages", async () => {
  await asOwner(database(), "delete from payment_intents where id::text like '0190a000%'");
  const rows = Array.from({ length: 11 }, (_, n) => ({
    id: idOf(n),
    row: { value: n % 3, isNull: n % 4 === 0, status: n % 2 ? "FAILED" : "CANCELED", account: n % 3 },
  }));
  await insert("payment_intents", rows);
  const chosen: Record<string, string>[] = [{}, { status: "FAILED,CANCELED" }, { account: accounts[0] ?? "" }];
  for (const sort of ["created", "-amount", "billing"])
    for (const given of chosen) {
      const walk: Walk = { source: payments, sort, size: "2", filters: given };
      const first = await page(walk);
      const second = await page(walk, { page: "2" });
      const third = await page(walk, { page: "3" });
      expect((await page(walk, { cursor: first.nextCursor ?? "" })).items).toEqual(second.items);
      expect((await page(walk, { cursor: second.nextCursor ?? "" })).items).toEqual(third.items);
      expect((await page(walk, { cursor: third.previousCursor ?? "" })).items).toEqual(second.items);
      expect((await page(walk, { cursor: second.previousCursor ?? "" })).items).toEqual(first.items);
      expect(third.total).toBe((await expected(walk)).length);
      expect((await page(walk, { page: "900" })).items).toEqual([]);
    }
});

test("what is left out is what the filter holds, and nothing else: rows without any value stay", async () => {
  await asOwner(database(), "delete from payment_intents where id::text like '0190a000%'");
  const rows = Array.from({ length: 12 }, (_, n) => ({
    id: idOf(n),
    row: { value: n % 4, isNull: n % 5 === 0, status: n % 3 ? "FAILED" : "CANCELED", account: n % 3 },
  }));
  await insert("payment_intents", rows);
  await asOwner(
    database(),
    `update payment_intents set metadata = '{"room": "12", "tags": ["spa"]}' where id = any($1::uuid[])`,
    [[idOf(1), idOf(2)]],
  );
  const ids = async (filters: Record<string, string>) =>
    (await page({ source: payments, sort: "created", size: "7", filters })).items.map(({ id }) => id);
  const everything = [...(await ids({})), ...(await ids({ page: "2" }))];
  expect(everything).toHaveLength(12);
  for (const [name, value] of [
    ["status", "FAILED"],
    ["state", "FAILED"],
    ["reference", "n*"],
    ["account", accounts[0] ?? ""],
    ["metadata[room]", "12"],
    ["metadata[tags][]", "*"],
  ] as const) {
    const held = [...(await ids({ [name]: value })), ...(await ids({ [name]: value, page: "2" }))];
    const key = name.replace(/^\w+/, "$&_not");
    const left = [...(await ids({ [key]: value })), ...(await ids({ [key]: value, page: "2" }))];
    expect(held.length, name).toBeGreaterThan(0);
    expect([...held, ...left].sort(), `${name}=${value}`).toEqual(everything);
  }
  expect(await ids({ state_not: "INITIALIZED,FAILED,CANCELED" })).toEqual([]);
});
