import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
import { AUDIT_LOG_SOURCE } from "@/lib/audit-logs/queries";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { PAYMENT_INTENT_SOURCE } from "@/lib/payment-intents/queries";
import { REFUND_SOURCE } from "@/lib/refunds/queries";
import { REQUEST_LOG_SOURCE } from "@/lib/request-logs/queries";
import { type ListSource, sql, tenantRead } from "@/lib/tenant-db";
import { listStatements } from "@/lib/tenant-db/list-sql";
import { asOwner, createMember, createTenant, doorsOfThisFile, type TestTenant } from "@/lib/testing/fixtures";

// Under row-level security only leakproof operators become index conditions (design rule D7). Each filter that a list
// offers is explained as tenant_user; one that PostgreSQL can only check row by row fails here.

const database = doorsOfThisFile();
let tenant: TestTenant;
let member: MemberActor;
let rareAccount: string;
let refundedPayment: string;
let anyImport: string;

const ROWS = 20_000;
const ACCOUNTS = 200;

beforeAll(async () => {
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  const accounts = await asOwner<{ id: string }>(
    database(),
    `insert into accounts (tenant_id, name, currency)
     select $1, 'Hotel ' || n, 'EUR' from generate_series(1, ${ACCOUNTS}) n returning id`,
    [tenant.id],
  );
  rareAccount = accounts[0]?.id ?? "";
  // Statuses and currencies as in life: a common value, and rare ones that the filters look for.
  await asOwner(
    database(),
    `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, customer_email,
       reference, metadata, created_at)
     select $1, app.uuid_v7(at), ($2::uuid[])[1 + n % ${ACCOUNTS}], n,
       case when n % 1000 = 0 then 'HUF' else 'EUR' end, case when n % 1000 = 1 then 'REFUNDED' else 'PROCESSED' end,
       'guest' || n || '@example.com', 'booking-' || n, case when n % 100 = 0 then jsonb_build_object('room', n) else '{}' end, at
     from generate_series(1, ${ROWS}) n cross join lateral (select now() - make_interval(mins => n) as at) t`,
    [tenant.id, accounts.map(({ id }) => id)],
  );
  await asOwner(
    database(),
    `insert into request_logs (tenant_id, id, created_at, api_key_id, method, path, status, duration_ms, request_id)
     select $1, app.uuid_v7(at), at, $2, 'GET', '/api/v1/payment_intents', 200, 5, 'request-' || n
     from generate_series(1, ${ROWS}) n cross join lateral (select now() - make_interval(mins => n) as at) t`,
    [tenant.id, member.userId],
  );
  await fillRefunds();
  await fillImports();
  await asOwner(database(), "analyze");
}, 120_000);

/** Each payment brought by one of many imports. */
async function fillImports(): Promise<void> {
  const imports = await asOwner<{ id: string }>(
    database(),
    `insert into imports (tenant_id, resource, source, file_name, status)
     select $1, 'payment_intents', 'plans', 'plans.csv', 'COMPLETED' from generate_series(1, ${ACCOUNTS}) returning id`,
    [tenant.id],
  );
  anyImport = imports[0]?.id ?? "";
  await asOwner(
    database(),
    `insert into import_lines (tenant_id, source, line_key, import_id, account_id, payment_intent_id)
     select p.tenant_id, 'plans', sha256(p.id::text::bytea), ($2::uuid[])[1 + (row_number() over (order by p.id)) % ${ACCOUNTS}], p.account_id, p.id
     from payment_intents p where p.tenant_id = $1`,
    [tenant.id, imports.map(({ id }) => id)],
  );
}

/** Each payment refunded once. The rules of a refund are beside the point here: its triggers are off while these are made. */
async function fillRefunds(): Promise<void> {
  const owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  try {
    await owner.query("set session_replication_role = replica");
    await owner.query(
      `insert into refunds (tenant_id, id, account_id, payment_intent_id, amount, currency, status, reason, requested_by,
         pending_reason, approval_status, created_at, succeeded_at)
       select p.tenant_id, app.uuid_v7(p.created_at), p.account_id, p.id, p.amount, p.currency,
         case when p.amount % 1000 = 1 then 'PENDING' else 'SUCCEEDED' end,
         case when p.amount % 1000 = 2 then 'fraudulent' else 'requested_by_customer' end,
         case when p.amount % 1000 = 3 then $2::uuid end,
         case when p.amount % 1000 = 1 then 'awaiting_approval' end, case when p.amount % 1000 = 1 then 'pending' end, p.created_at,
         case when p.amount % 1000 <> 1 then p.created_at end
       from payment_intents p where p.tenant_id = $1`,
      [tenant.id, member.userId],
    );
    const [first] = (
      await owner.query("select payment_intent_id from refunds where tenant_id = $1 limit 1", [tenant.id])
    ).rows;
    refundedPayment = first?.payment_intent_id ?? "";
  } finally {
    await owner.end();
  }
}

interface PlanNode {
  "Node Type": string;
  "Total Cost": number;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Filter?: string;
  Plans?: PlanNode[];
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** The nodes of the page's plan (or the count's) as the RLS role gets it. */
async function explain(
  actor: TenantActor,
  source: ListSource,
  params: ParameterInput,
  part: "page" | "count",
): Promise<PlanNode[]> {
  const { query } = parseListParams(source.definition, params, { mode: "strict" });
  const statements = listStatements(actor, source, query);
  const statement = part === "page" ? statements.page() : statements.count;
  const [row] = await tenantRead(actor, null, (db) =>
    db.rows<{ "QUERY PLAN": { Plan: PlanNode }[] }>(sql`explain (format json) ${statement}`),
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("PostgreSQL explained nothing");
  return [...nodesOf(plan)];
}

const indexConditions = (nodes: PlanNode[]) => nodes.map((node) => node["Index Cond"] ?? "").join(" ");
/** Partitions of months to come are empty, and reading nothing costs nothing. */
const sequentialScans = (nodes: PlanNode[], tables: RegExp) =>
  nodes.filter(
    (node) => node["Node Type"] === "Seq Scan" && tables.test(node["Relation Name"] ?? "") && node["Total Cost"] > 1,
  );

/** Filter → parameters that hold few rows, and what must be looked up in an index for them. */
const PAYMENT_FILTERS: Record<string, [() => ParameterInput, RegExp][]> = {
  account: [[() => ({ account: rareAccount }), /account_id = /]],
  status: [
    [() => ({ status: "REFUNDED" }), /status = /],
    [() => ({ status: ["FAILED", "REFUNDED"] }), /status = /],
  ],
  currency: [[() => ({ currency: "HUF" }), /currency = /]],
  amount: [[() => ({ amount_min: "100", amount_max: "110" }), /amount >= .*amount <= /]],
  created: [[() => ({ created_from: minutesAgo(30), created_to: minutesAgo(20) }), /id >= .*id < /]],
  customer_email: [
    [() => ({ customer_email: "guest77@example.com" }), /customer_email_key = /],
    [() => ({ customer_email: "guest77*" }), /customer_email_key >= .*customer_email_key < /],
  ],
  reference: [
    [() => ({ reference: "booking-77" }), /reference_key = /],
    [() => ({ reference: "booking-77*" }), /reference_key >= .*reference_key < /],
  ],
  metadata: [
    [() => ({ "metadata[room]": "100" }), /path = .*value = /],
    [() => ({ "metadata[room]": ["100", "200"] }), /path = .*value = /],
  ],
  import: [[() => ({ import: anyImport }), /import_id = /]],
};

const REFUND_FILTERS: Record<string, [() => ParameterInput, RegExp][]> = {
  payment_intent: [[() => ({ payment_intent: refundedPayment }), /payment_intent_id = /]],
  account: [[() => ({ account: rareAccount }), /account_id = /]],
  status: [[() => ({ status: "PENDING" }), /status = /]],
  currency: [[() => ({ currency: "HUF" }), /currency = /]],
  amount: [[() => ({ amount_min: "100", amount_max: "110" }), /amount >= .*amount <= /]],
  reason: [[() => ({ reason: "fraudulent" }), /reason = /]],
  requested_by: [[() => ({ requested_by: member.userId }), /requested_by = /]],
  approval: [[() => ({ approval: "pending" }), /approval_status = /]],
  created: [[() => ({ created_from: minutesAgo(30), created_to: minutesAgo(20) }), /id >= .*id < /]],
  succeeded: [
    [() => ({ succeeded_from: minutesAgo(30), succeeded_to: minutesAgo(20) }), /succeeded_at >= .*succeeded_at < /],
  ],
};

const AUDIT_FILTERS: Record<string, [() => ParameterInput, RegExp][]> = {
  action: [[() => ({ action: "delete" }), /action = /]],
  table: [[() => ({ table: "roles" }), /table_name = /]],
  record: [[() => ({ record: rareAccount }), /record_id = /]],
  actor_kind: [[() => ({ actor_kind: "api_key" }), /actor_kind = /]],
  user: [[() => ({ user: member.userId }), /user_id = /]],
  api_key: [[() => ({ api_key: member.userId }), /api_key_id = /]],
  visit: [[() => ({ visit: member.userId }), /visit_id = /]],
  created: [[() => ({ created_from: minutesAgo(30), created_to: minutesAgo(20) }), /id >= .*id < /]],
};

const REQUEST_FILTERS: Record<string, [() => ParameterInput, RegExp][]> = {
  api_key: [[() => ({ api_key: rareAccount }), /api_key_id = /]],
  user: [[() => ({ user: member.userId }), /user_id = /]],
  method: [[() => ({ method: "DELETE" }), /method = /]],
  status: [[() => ({ status: "5xx" }), /status_class = /]],
  path: [[() => ({ path: "/api/v1/accounts" }), /path = /]],
  request_id: [[() => ({ request_id: "request-77" }), /request_id = /]],
  created: [[() => ({ created_from: minutesAgo(30), created_to: minutesAgo(20) }), /id >= .*id < /]],
};

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe.each([
  ["payment_intents", PAYMENT_INTENT_SOURCE, PAYMENT_FILTERS],
  ["refunds", REFUND_SOURCE, REFUND_FILTERS],
  ["audit_logs", AUDIT_LOG_SOURCE, AUDIT_FILTERS],
  ["request_logs", REQUEST_LOG_SOURCE, REQUEST_FILTERS],
] as [string, ListSource, typeof PAYMENT_FILTERS][])("%s", (table, source, filters) => {
  test("every offered filter is explained", () => {
    expect(Object.keys(filters).toSorted()).toEqual(Object.keys(source.definition.filters).toSorted());
  });

  const cases = Object.entries(filters).flatMap(([name, samples]) =>
    samples.map(([params, pattern], index) => [`${name} (${index + 1})`, params, pattern] as const),
  );
  test.each(cases)(
    "the filter %s is an index condition, for the page and for the count",
    async (_name, params, pattern) => {
      for (const part of ["page", "count"] as const) {
        const nodes = await explain(member, source, params(), part);
        expect(indexConditions(nodes), part).toMatch(pattern);
        expect(sequentialScans(nodes, new RegExp(`^(${table}|metadata_entries)`)), part).toEqual([]);
      }
    },
  );

  test("every order walks an index, whatever the page's depth", async () => {
    for (const sort of Object.keys(source.definition.sorts)) {
      for (const direction of ["", "-"]) {
        const nodes = await explain(member, source, { sort: `${direction}${sort}` }, "page");
        const own = nodes.filter((node) => (node["Relation Name"] ?? "").startsWith(table));
        expect(own.length, sort).toBeGreaterThan(0);
        for (const node of own) expect(node["Node Type"], sort).toMatch(/^Index/);
      }
    }
  });
});

/** What is left out of a list, and no index condition: a filter on rows that come in the list's order. */
const PAYMENT_NEGATIONS: [string, () => ParameterInput][] = [
  ["account", () => ({ account_not: rareAccount })],
  ["currency", () => ({ currency_not: "HUF" })],
  ["customer_email", () => ({ customer_email_not: "guest77*" })],
  ["reference", () => ({ reference_not: "*ooking-77*" })],
  ["metadata", () => ({ "metadata_not[room]": "100" })],
];

test.each(PAYMENT_NEGATIONS)("all but some %s walk the list's own order, without a sort", async (_name, params) => {
  const nodes = await explain(member, PAYMENT_INTENT_SOURCE, params(), "page");
  const own = nodes.filter((node) => node["Relation Name"] === "payment_intents");
  expect(own.length).toBeGreaterThan(0);
  for (const node of own) expect(node["Node Type"]).toMatch(/^Index/);
  expect(nodes.map((node) => node["Node Type"]).filter((type) => type === "Seq Scan" || type === "Sort")).toEqual([]);
});

test("all but some of few values are looked up by those that are left", async () => {
  for (const part of ["page", "count"] as const) {
    const nodes = await explain(member, PAYMENT_INTENT_SOURCE, { status_not: "PROCESSED" }, part);
    expect(indexConditions(nodes), part).toMatch(/status = /);
    expect(sequentialScans(nodes, /^payment_intents/), part).toEqual([]);
  }
});

test.each([
  ["payment_intents", PAYMENT_INTENT_SOURCE, "-amount,created"],
  ["payment_intents", PAYMENT_INTENT_SOURCE, "amount,-created"],
  ["refunds", REFUND_SOURCE, "-amount,created"],
] as const)("%s in several orders walk the index of the first and sort ties only", async (table, source, sort) => {
  const nodes = await explain(member, source, { sort }, "page");
  const own = nodes.filter((node) => node["Relation Name"] === table);
  expect(own.length).toBeGreaterThan(0);
  for (const node of own) expect(node["Node Type"]).toMatch(/^Index/);
  expect(nodes.map((node) => node["Node Type"])).toContain("Incremental Sort");
});

test.each(["customer_email", "reference"])("a search within %s looks its parts up in an index", async (field) => {
  // What app.search_payment_intents() runs, where no policy stands in the way.
  const [row] = await asOwner<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
    database(),
    `explain (format json) select p.id from payment_intents p
     where p.tenant_id = '${tenant.id}' and p.${field}_key like '%7777%' order by p.id desc limit 51`,
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  const nodes = plan ? [...nodesOf(plan)] : [];
  expect(indexConditions(nodes)).toMatch(/_key ~~ /);
  expect(sequentialScans(nodes, /payment_intents/)).toEqual([]);
});

test.each([
  [
    "days",
    "kept_totals_pkey",
    sql`x.resource = 'payment_intents' and x.day = any (${["2026-01-01", "2026-01-02"]}::date[])`,
  ],
  [
    "weeks",
    "kept_totals_pkey",
    sql`x.resource = 'payment_weeks' and x.day >= ${"2026-01-05"}::date and x.day < ${"2026-01-26"}::date`,
  ],
  [
    "what is loose in some weeks",
    "kept_totals_loose",
    sql`x.resource = 'payment_intents' and x.is_loose
    and x.day >= ${"2026-01-05"}::date and x.day < ${"2026-01-26"}::date`,
  ],
])("totals of some %s read these only", async (_what, index, condition) => {
  const [row] = await tenantRead(member, null, (db) =>
    db.rows<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
      sql`explain (format json) select sum(x.amount) from kept_totals x where x.tenant_id = ${tenant.id}::uuid and ${condition}`,
    ),
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  const nodes = plan ? [...nodesOf(plan)] : [];
  expect(indexConditions(nodes)).toMatch(/resource = .*day /);
  expect(JSON.stringify(row)).toContain(index);
});

test("a filter that is no index condition would be noticed", async () => {
  const like = sql`explain (format json) select id from payment_intents x where x.tenant_id = ${tenant.id}::uuid
    and x.reference_key like 'booking-77%'`;
  const [row] = await tenantRead(member, null, (db) => db.rows<{ "QUERY PLAN": { Plan: PlanNode }[] }>(like));
  const nodes = [...nodesOf(row?.["QUERY PLAN"][0]?.Plan ?? { "Node Type": "", "Total Cost": 0 })];
  expect(nodes.some(({ Filter }) => Filter?.includes("~~"))).toBe(true);
  expect(indexConditions(nodes)).not.toContain("reference_key >=");
});
