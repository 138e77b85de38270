import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runScript } from "@/lib/testing/command";
import { asOwner, createTenant, doorsOfThisFile, type TestTenant } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let folder: string;

beforeEach(async () => {
  tenant = await createTenant(database());
  folder = mkdtempSync(path.join(os.tmpdir(), "bulkhead-import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MAPPING = {
  source: "bookings",
  resource: "payment_intents",
  account: { name: { column: "hotel" }, create: { currency: { constant: "EUR" } } },
  fields: { billing_amount: { formula: "amount" }, billing_currency: { constant: "EUR" } },
  metadata: { rest: true },
};

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const run = (args: string[], options: { killAt?: RegExp } = {}) =>
  runScript(database(), "import.ts", args, { calledIn: folder, ...options });

/** The arguments of an import of this CSV. */
const importing = (csv: string | Uint8Array, mapping: unknown = MAPPING) => [
  "payment-intents",
  ...["--tenant", tenant.slug],
  ...["--file", put("bookings.csv", csv)],
  ...["--mapping", put("mapping.json", typeof mapping === "string" ? mapping : JSON.stringify(mapping))],
];

const csvOf = (count: number) =>
  `hotel,amount,n\n${Array.from({ length: count }, (_, n) => `Lisboa,${n % 7}.50,${n}\n`).join("")}`;

async function paymentCount(): Promise<{ payments: number; different: number }> {
  const [row] = await asOwner<{ payments: number; different: number }>(
    database(),
    `select count(*)::int as payments, count(distinct metadata ->> 'n')::int as different
     from payment_intents where tenant_id = $1`,
    [tenant.id],
  );
  return row ?? { payments: 0, different: 0 };
}

test("a killed import goes on where it stopped, also from the file's compressed form", async () => {
  const csv = csvOf(6000);
  const killed = await run(importing(csv), { killAt: /[1-9]\d* imported/ });
  expect(killed.code).toBeNull();
  const { payments } = await paymentCount();
  expect(payments).toBeGreaterThan(0);
  expect(payments).toBeLessThan(6000);
  const again = await run(importing(gzipSync(csv)));
  expect(again).toMatchObject({
    code: 0,
    stdout: `6000 lines: ${6000 - payments} imported, ${payments} already there, 0 refused.\n`,
  });
  expect(await paymentCount()).toEqual({ payments: 6000, different: 6000 });
}, 90_000);

test("refused lines fail the command and stand in a report, which a clean run removes", async () => {
  const refused = await run(importing(`${csvOf(2)}Lisboa,-1,2\nLisboa,"x""y",3\nLisboa\n`));
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain("5 lines: 2 imported, 0 already there, 3 refused.");
  const report = path.join(folder, "bookings.csv.refused.csv");
  expect(refused.stdout).toContain(`The refused lines and their reasons are in ${report}`);
  expect(readFileSync(report, "utf8").split("\r\n")).toEqual([
    "line,column,reason",
    "4,amount,billing_amount: Must be at least 0",
    '5,amount,"""x\\""y"" is not a number"',
    '6,,"Has 1 values, but the header has 3 columns"',
    "",
  ]);
  expect((await run(importing(csvOf(2)))).code).toBe(0);
  expect(existsSync(report)).toBe(false);
}, 60_000);

test("a dry run says what would happen, and leaves nothing", async () => {
  const dry = await run([...importing(csvOf(3)), "--dry-run"]);
  expect(dry).toMatchObject({
    code: 0,
    stdout: [
      "3 lines: 3 would be imported, 0 already there, 0 refused.",
      "Accounts that would be made: Lisboa.",
      "Nothing was written: this was a dry run.\n",
    ].join("\n"),
  });
  expect(await paymentCount()).toEqual({ payments: 0, different: 0 });
}, 60_000);

test.each([
  [
    "an unknown tenant",
    () => [...importing(csvOf(1)), "--tenant", "nobody"],
    'There is no tenant with the slug "nobody".',
  ],
  [
    "a missing column",
    () => importing("hotel\nx\n"),
    'The mapping names columns that the file does not have: "amount"',
  ],
  ["a file that is not there", () => [...importing(csvOf(1)), "--file", "gone.csv"], "There is no file /"],
  [
    "a mapping that is not there",
    () => [...importing(csvOf(1)), "--mapping", "gone.json"],
    "The mapping cannot be read: ",
  ],
  ["a mapping that is no JSON", () => importing(csvOf(1), "{"), "mapping.json is not JSON: "],
  [
    "a mapping with mistakes",
    () => importing(csvOf(1), { ...MAPPING, colour: 1, fields: { billing_amount: { formula: "1 +" } } }),
    "  fields.billing_amount.formula: Expects a column or a number at character 4\n  colour: Unknown field\n",
  ],
  [
    "a report that cannot be written",
    () => [...importing(csvOf(1)), "--report", "no/such/report.csv"],
    "The report cannot be written",
  ],
  ["no arguments", () => ["payment-intents"], "--tenant, --file and --mapping are needed; see --help."],
  ["another resource", () => ["refunds"], "Say what to import"],
])(
  "%s is explained without a stack, and nothing is written",
  async (_name, args, message) => {
    const { code, stdout, stderr } = await run(args());
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {2,}at /m);
    expect(readdirSync(folder).filter((name) => name.includes("refused"))).toEqual([]);
    expect(await paymentCount()).toEqual({ payments: 0, different: 0 });
  },
  60_000,
);
