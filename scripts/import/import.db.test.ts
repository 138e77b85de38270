import { beforeEach, describe, expect, test } from "vitest";
import type { SystemActor, TenantActor } from "@/lib/actor";
import { AppError } from "@/lib/errors";
import type { Refusal } from "@/lib/imports/line-reader";
import { readTextLines } from "@/lib/imports/lines";
import { BATCH_LINES, type ImportCounts, type ImportOptions, type ImportTarget, runImport } from "@/lib/imports/run";
import { importMapping } from "@/lib/imports/schema";
import { paymentIntentTarget } from "@/lib/jobs/import-payments";
import { parseListParams } from "@/lib/list-query";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { type ImportPaymentIntentInput, paymentIntentList } from "@/lib/payment-intents/schema";
import { totalPaymentIntents } from "@/lib/payment-intents/totals";
import { tenantDoor } from "@/lib/tenant-db/pools";
import { asOwner, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;

beforeEach(async () => {
  tenant = await createTenant(database());
});

const MAPPING = {
  source: "bookings",
  resource: "payment_intents",
  account: { name: { column: "hotel" }, create: { currency: { constant: "EUR" } } },
  fields: {
    billing_amount: { formula: "rate * nights", rounding: "half-even" },
    billing_currency: { constant: "EUR" },
    status: { column: "state" },
    created_at: { columns: ["day"], format: "ISO" },
    customer_email: { column: "email" },
    customer_phone: { column: "phone" },
    reference: { template: "B-{$line}" },
  },
  metadata: { rest: true },
};

const HEADER = "hotel,rate,nights,state,day,email,phone,note";

/** So many different lines, on two hotels, of 100.00 each. */
function csvOf(count: number, first = 0): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const n = first + i;
    return `Hotel ${n % 2},50,2,PROCESSED,2016-01-${String((n % 28) + 1).padStart(2, "0")},,,${n}`;
  });
  return [HEADER, ...lines, ""].join("\n");
}

interface Given {
  actor?: TenantActor;
  mapping?: Record<string, unknown>;
  dryRun?: boolean;
  read?: ImportOptions<unknown>["read"];
  /** Stands between the run and its target. */
  wrap?: (target: ImportTarget<ImportPaymentIntentInput>) => ImportTarget<ImportPaymentIntentInput>;
}

async function importCsv(csv: string, given: Given = {}) {
  const actor = given.actor ?? tenant.system;
  const mapping = importMapping.parse({ ...MAPPING, ...given.mapping });
  if (mapping.resource !== "payment_intents") throw new Error("these are payments");
  const accounts: string[] = [];
  const refusals: Refusal[] = [];
  const target = await paymentIntentTarget(actor, mapping, (name) => void accounts.push(name));
  const counts = await runImport(actor, {
    mapping,
    fileName: "bookings.csv",
    read: given.read ?? (() => readTextLines(csv, mapping.delimiter)),
    target: given.wrap?.(target) ?? target,
    dryRun: given.dryRun ?? false,
    onRefusal: (refusal) => refusals.push(refusal),
  });
  return { counts, refusals, accounts };
}

const counts = (given: Partial<ImportCounts>): ImportCounts => ({
  lines: 0,
  imported: 0,
  skipped: 0,
  refused: 0,
  ...given,
});

async function stored(): Promise<Record<string, number>> {
  const [row] = await asOwner<Record<string, number>>(
    database(),
    `select (select count(*)::int from payment_intents where tenant_id = $1) as payments,
       (select count(distinct metadata ->> 'note')::int from payment_intents where tenant_id = $1) as notes,
       (select count(*)::int from import_lines where tenant_id = $1) as lines,
       (select count(*)::int from accounts where tenant_id = $1) as accounts,
       (select count(*)::int from imports where tenant_id = $1) as imports`,
    [tenant.id],
  );
  return row ?? {};
}

async function runs() {
  return asOwner(
    database(),
    `select status, line_count as lines, imported_count as imported, skipped_count as skipped, refused_count as refused
     from imports where tenant_id = $1 order by id`,
    [tenant.id],
  );
}

describe("an imported line", () => {
  test("becomes a payment with the file's status, time and place in the list", async () => {
    const csv = [
      HEADER,
      "Lisboa,75.125,2,PROCESSED,2016-02-29,Ann@Example.com,+49 30 12345678,vip",
      "lisboa,0,3,CANCELED,2015-01-01,,,",
      "Porto,99.99,1,,2016-02-29,,,late",
      "",
    ].join("\n");
    expect(await importCsv(csv)).toMatchObject({
      counts: counts({ lines: 3, imported: 3 }),
      refusals: [],
    });
    const { query } = parseListParams(paymentIntentList, {}, { mode: "strict" });
    const { items } = await listPaymentIntents(tenant.system, query);
    expect(items).toMatchObject([
      { reference: "B-4", account: { name: "Porto" }, amount: 9999, status: "INITIALIZED", metadata: { note: "late" } },
      {
        reference: "B-2",
        account: { name: "Lisboa" },
        amount: 15025,
        currency: "EUR",
        status: "PROCESSED",
        created_at: "2016-02-29T00:00:00.000Z",
        customer_email: "Ann@Example.com",
        customer_phone: "+493012345678",
        metadata: { note: "vip" },
      },
      { reference: "B-3", account: { name: "Lisboa" }, amount: 0, status: "CANCELED", metadata: {} },
    ]);
    const id = items[1]?.id.replaceAll("-", "") ?? "";
    expect(Number.parseInt(id.slice(0, 12), 16)).toBe(Date.UTC(2016, 1, 29));
  });

  test("leaves one audit row, in the importer's name", async () => {
    await importCsv(csvOf(3));
    const rows = await asOwner(
      database(),
      `select operation, action, actor_kind, actor_label, count(*)::int from audit_logs
       where tenant_id = $1 and table_name = 'payment_intents' group by 1, 2, 3, 4`,
      [tenant.id],
    );
    expect(rows).toEqual([
      { operation: "payment_intents.import", action: "insert", actor_kind: "system", actor_label: "test", count: 3 },
    ]);
    expect(await runs()).toEqual([{ status: "COMPLETED", ...counts({ lines: 3, imported: 3 }) }]);
  });

  test("costs no statement of its own", async () => {
    await importCsv(csvOf(2));
    const cost = async (csv: string) => {
      const before = tenantDoor().pool.counters.statements;
      await importCsv(csv);
      return tenantDoor().pool.counters.statements - before;
    };
    expect(await cost(csvOf(BATCH_LINES, 1000))).toBe(await cost(csvOf(10, 5000)));
  });
});

describe("a line is imported once", () => {
  test("in a second run, whatever was added behind it", async () => {
    await importCsv(csvOf(700));
    expect((await importCsv(csvOf(700))).counts).toEqual(counts({ lines: 700, skipped: 700 }));
    expect((await importCsv(csvOf(710))).counts).toEqual(counts({ lines: 710, imported: 10, skipped: 700 }));
    expect(await stored()).toMatchObject({ payments: 710, notes: 710, lines: 710 });
  });

  test("while equal lines of one file are so many payments", async () => {
    const line = "Lisboa,50,2,PROCESSED,2016-01-01,,,x\n";
    await importCsv(`${HEADER}\n${line.repeat(3)}`);
    expect((await importCsv(`${HEADER}\n${line.repeat(5)}`)).counts).toEqual(
      counts({ lines: 5, imported: 2, skipped: 3 }),
    );
    expect(await stored()).toMatchObject({ payments: 5, lines: 5 });
  });

  test("per source and per tenant", async () => {
    const first = tenant;
    await importCsv(csvOf(5));
    expect((await importCsv(csvOf(5), { mapping: { source: "other" } })).counts).toEqual(
      counts({ lines: 5, imported: 5 }),
    );
    tenant = await createTenant(database());
    expect((await importCsv(csvOf(5))).counts).toEqual(counts({ lines: 5, imported: 5 }));
    expect(await stored()).toMatchObject({ payments: 5, accounts: 2 });
    tenant = first;
    expect(await stored()).toMatchObject({ payments: 10, accounts: 2 });
  });

  test("when a run dies in the middle and is started again", async () => {
    const csv = csvOf(1800);
    let reads = 0;
    const dying = async function* () {
      reads += 1;
      for await (const line of readTextLines(csv, ",")) {
        if (reads === 2 && line.line === 1300) throw new Error("the disk is gone");
        yield line;
      }
    };
    await expect(importCsv(csv, { read: dying })).rejects.toThrow("the disk is gone");
    expect(await stored()).toMatchObject({ payments: 1000, lines: 1000 });
    expect((await importCsv(csv)).counts).toEqual(counts({ lines: 1800, imported: 800, skipped: 1000 }));
    expect(await stored()).toMatchObject({ payments: 1800, notes: 1800, lines: 1800 });
    expect(await runs()).toEqual([
      { status: "FAILED", ...counts({ lines: 1298, imported: 1000 }) },
      { status: "COMPLETED", ...counts({ lines: 1800, imported: 800, skipped: 1000 }) },
    ]);
  });

  test("by two runs at the same time", async () => {
    const csv = csvOf(2500);
    const both = await Promise.all([importCsv(csv), importCsv(csv)]);
    const sum = (name: keyof ImportCounts) => both.reduce((total, run) => total + run.counts[name], 0);
    expect([sum("imported"), sum("skipped"), sum("refused")]).toEqual([2500, 2500, 0]);
    expect(await stored()).toMatchObject({ payments: 2500, notes: 2500, lines: 2500, accounts: 2 });
  });

  test("when the answer to a COMMIT is lost", async () => {
    const lost = (target: ImportTarget<ImportPaymentIntentInput>) => ({
      ...target,
      async write(batch: Parameters<typeof target.write>[0]) {
        await target.write(batch);
        throw new AppError("already_exists");
      },
    });
    expect((await importCsv(csvOf(700), { wrap: lost })).counts).toEqual(counts({ lines: 700, imported: 700 }));
    expect(await stored()).toMatchObject({ payments: 700, lines: 700 });
  });
});

test("a dry run finds what a run would do, and writes nothing", async () => {
  await importCsv(csvOf(3));
  const before = await stored();
  const csv = `${csvOf(5)}Neu,x,1,PROCESSED,2016-01-01,,,\nNeu,1,1,PROCESSED,2016-01-01,,,\n`;
  const dry = await importCsv(csv, { dryRun: true });
  expect(dry.counts).toEqual(counts({ lines: 7, imported: 3, skipped: 3, refused: 1 }));
  expect(dry.accounts).toEqual(["Neu"]);
  expect(await stored()).toEqual(before);
  const wet = await importCsv(csv);
  expect({ ...wet, counts: { ...wet.counts } }).toEqual(dry);
});

describe("a line that breaks a rule is refused with line, column and reason, the others are imported", () => {
  const GOOD = "Lisboa,50,2,PROCESSED,2016-01-01,,,good";
  test.each([
    [
      "a negative amount",
      "Lisboa,-6.38,1,PROCESSED,2016-01-01,,,",
      "rate, nights",
      "billing_amount: Must be at least 0",
    ],
    ["an amount beyond all bounds", "Lisboa,1e13,1,PROCESSED,2016-01-01,,,", "rate", '"1e13" is not a number'],
    [
      "too large an amount",
      "Lisboa,10000000000000,1,PROCESSED,2016-01-01,,,",
      "rate, nights",
      "billing_amount: The amount is too large",
    ],
    [
      "no amount",
      "Lisboa,,1,PROCESSED,2016-01-01,,,",
      "rate, nights",
      "billing_amount: Give a billing or a processing amount",
    ],
    [
      "a status that nobody knows",
      "Lisboa,1,1,PAID,2016-01-01,,,",
      "state",
      "status: Must be one of INITIALIZED, PROCESSING, PROCESSED, FAILED, CANCELED",
    ],
    [
      "a refund without the refund",
      "Lisboa,1,1,REFUNDED,2016-01-01,,,",
      "state",
      "status: Must be one of INITIALIZED, PROCESSING, PROCESSED, FAILED, CANCELED",
    ],
    [
      "no e-mail address",
      "Lisboa,1,1,PROCESSED,2016-01-01,ann@,,",
      "email",
      "customer_email: Must be an e-mail address",
    ],
    [
      "a phone number without its country",
      "Lisboa,1,1,PROCESSED,2016-01-01,,030 123,",
      "phone",
      "customer_phone: Must start with + and the country code",
    ],
    ["a day before all", "Lisboa,1,1,PROCESSED,1969-12-31,,,", "day", "created_at: Must not be before 1970"],
    ["a day to come", "Lisboa,1,1,PROCESSED,2999-01-01,,,", "day", "created_at: Must not be in the future"],
    [
      "a control character",
      "Lisboa,1,1,PROCESSED,2016-01-01,,,a\u0007",
      "note",
      "metadata.note: Must not contain control characters",
    ],
    ["no account", ",1,1,PROCESSED,2016-01-01,,,", "hotel", "The account's name is missing"],
    [
      "an account's name that is too long",
      `${"x".repeat(201)},1,1,PROCESSED,2016-01-01,,,`,
      "hotel",
      "account name: Must have at most 200 characters",
    ],
    ["too few values", "Lisboa,1", "", "Has 2 values, but the header has 8 columns"],
    ["a NUL", "Lisboa,1,1,PROCESSED,2016-01-01,,,a\0", "note", "Has a NUL character"],
  ])("%s", async (_name, line, column, reason) => {
    const { counts: found, refusals } = await importCsv([HEADER, GOOD, line, GOOD, ""].join("\n"));
    expect(refusals).toEqual([{ line: 3, column, reason }]);
    expect(found).toEqual(counts({ lines: 3, imported: 2, refused: 1 }));
    expect(await stored()).toMatchObject({ payments: 2, accounts: 1 });
  });

  test("several reasons are told at once, in the order of the lines", async () => {
    const bad = "Lisboa,1,1,PROCESSED,2016-01-01,ann@,1,";
    const { counts: found, refusals } = await importCsv([HEADER, bad, "Lisboa", bad, ""].join("\n"));
    expect(found.refused).toBe(3);
    expect(refusals.map(({ line, column }) => [line, column])).toEqual([
      [2, "email"],
      [2, "phone"],
      [3, ""],
      [4, "email"],
      [4, "phone"],
    ]);
  });

  test("a refused line can be put right and imported", async () => {
    await importCsv(`${HEADER}\nLisboa,x,1,PROCESSED,2016-01-01,,,\n`);
    expect((await importCsv(`${HEADER}\nLisboa,1,1,PROCESSED,2016-01-01,,,\n`)).counts.imported).toBe(1);
  });
});

describe("accounts", () => {
  test("new ones go below the mapping's parent, with its currency and country", async () => {
    const parent = await makeAccount(tenant, { name: "Portugal" });
    const create = { currency: { constant: "USD" }, country: { constant: "PT" }, parent: "portugal" };
    const { accounts } = await importCsv(csvOf(4), { mapping: { account: { name: { column: "hotel" }, create } } });
    expect(accounts).toEqual(["Hotel 0", "Hotel 1"]);
    const rows = await asOwner(
      database(),
      "select name, parent_id, currency, country from accounts where tenant_id = $1 and parent_id is not null order by name",
      [tenant.id],
    );
    const expected = { parent_id: parent.id, currency: "USD", country: "PT" };
    expect(rows).toEqual([
      { name: "Hotel 0", ...expected },
      { name: "Hotel 1", ...expected },
    ]);
  });

  test("without the mapping's leave none is made", async () => {
    const known = await makeAccount(tenant, { name: "Hotel 1" });
    const { counts: found, refusals } = await importCsv(csvOf(2), {
      mapping: { account: { name: { column: "hotel" } } },
    });
    expect(found).toEqual(counts({ lines: 2, imported: 1, refused: 1 }));
    expect(refusals).toEqual([{ line: 2, column: "hotel", reason: 'There is no account named "Hotel 0"' }]);
    const { query } = parseListParams(paymentIntentList, {}, { mode: "strict" });
    expect(await totalPaymentIntents(tenant.system, query)).toMatchObject([
      { account: { id: known.id }, amount: 10_000 },
    ]);
  });

  test("a parent that does not exist stops the import before it begins", async () => {
    const create = { currency: { constant: "EUR" }, parent: "Nowhere" };
    const failed = importCsv(csvOf(2), { mapping: { account: { name: { column: "hotel" }, create } } });
    await expect(failed).rejects.toThrow('The mapping\'s account.create.parent, "Nowhere", does not exist');
    expect(await stored()).toMatchObject({ payments: 0, accounts: 0, imports: 0 });
  });
});

describe("nothing is written", () => {
  test.each([
    ["a quote is left open at the file's end", `${csvOf(1200)}"`, "A quote that opens after line 1201 is never closed"],
    [
      "a column is missing",
      csvOf(5).replace("nights", "days"),
      'The mapping names columns that the file does not have: "nights"',
    ],
    ["the file is empty", "", "The file is empty: its first line must name the columns"],
  ])("where %s", async (_name, csv, message) => {
    await expect(importCsv(csv)).rejects.toMatchObject({ code: "bad_request", message });
    expect(await stored()).toMatchObject({ payments: 0, lines: 0, accounts: 0, imports: 0 });
  });

  test.each(["payment_intents:import", "accounts:write"] as const)("without the permission %s", async (permission) => {
    const permissions = new Set(tenant.system.permissions);
    permissions.delete(permission);
    const actor: SystemActor = { ...tenant.system, permissions };
    await expect(importCsv(csvOf(5), { actor })).rejects.toMatchObject({ code: "forbidden", data: { permission } });
    expect(await stored()).toMatchObject({ payments: 0, lines: 0, accounts: 0 });
  });
});
