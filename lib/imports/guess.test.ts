import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type GuessContext, guessMapping } from "./guess";
import { readFileLines, readTextLines } from "./lines";
import { importMapping } from "./schema";
import { guessDelimiter, sketchFile } from "./sketch";

const CONTEXT: Omit<GuessContext, "delimiter"> = {
  resource: "payment_intents",
  timeZone: "Europe/Lisbon",
  currency: "EUR",
  accountNames: new Set(["lisboa"]),
  mayMakeAccounts: true,
};

async function guess(csv: string, given: Partial<GuessContext> = {}) {
  const delimiter = guessDelimiter(csv.split("\n")[0] ?? "");
  const mapping = guessMapping(await sketchFile(readTextLines(csv, delimiter)), { ...CONTEXT, delimiter, ...given });
  // A guess is a whole mapping.
  return importMapping.parse(mapping);
}

test("a table of hotel bookings is understood, whatever its spelling", async () => {
  const csv = [
    "Property;Booking date;Daily rate;Nights;Guest E-Mail;Booking status;Guest country;Booking no;Remark",
    'Lisboa;31.01.2026;120,50;3;ann@example.com;Checked out;PRT;B-1;"a;b"',
    "Porto;1.2.2026;99,00;2;;No-show;DEU;B-2;",
    "Lisboa;15.2.2026;80,25;1;bob@example.com;Cancelled;N/A;B-3;x",
  ].join("\n");
  expect(await guess(csv)).toMatchObject({
    resource: "payment_intents",
    delimiter: ";",
    decimal_mark: ",",
    null_markers: ["", "N/A"],
    account: { name: { column: "Property" }, create: { currency: { constant: "EUR" } } },
    fields: {
      billing_amount: { formula: "[Daily rate] * Nights", unit: "major", rounding: "half-even" },
      billing_currency: { constant: "EUR" },
      status: {
        column: "Booking status",
        values: { "Checked out": "PROCESSED", "No-show": "FAILED", Cancelled: "CANCELED" },
      },
      created_at: { columns: ["Booking date"], format: "D.M.YYYY", time_zone: "Europe/Lisbon" },
      customer_email: { column: "Guest E-Mail" },
      reference: { column: "Booking no" },
    },
    metadata: {
      rest: true,
      include: ["Daily rate", "Nights"],
      exclude: ["Guest country"],
      fields: { country: { column: "Guest country", convert: "country_alpha3" } },
    },
  });
});

test("an export of a payment provider is understood: minor units, times, signs of currencies", async () => {
  const csv = [
    "id,created_at,amount_cents,currency,status,failure_message,account",
    "p1,2026-01-31T09:30:00Z,12345,€,succeeded,,Lisboa",
    "p2,2026-02-01T09:30:00Z,99,usd,failed,No funds,Porto",
  ].join("\n");
  expect(await guess(csv)).toMatchObject({
    account: { name: { column: "account" } },
    fields: {
      billing_amount: { formula: "amount_cents", unit: "minor" },
      billing_currency: { column: "currency", values: { "€": "EUR", usd: "USD" } },
      status: { column: "status", values: { succeeded: "PROCESSED", failed: "FAILED" } },
      created_at: { columns: ["created_at"], format: "ISO" },
      failure_reason: { column: "failure_message" },
      reference: { column: "id" },
    },
  });
});

test.each([
  ["7/15/2015", "12/31/2015", "M/D/YYYY"],
  ["15/7/2015", "31/12/2015", "D/M/YYYY"],
  ["1/2/2015", "3/4/2015", "D/M/YYYY"],
  ["2015-07-15 09:30", "2015-12-31 23:59", "YYYY-MM-DD H:mm"],
  ["15 Jul 2015", "1 Jan 2016", "D MMM YYYY"],
])("dates such as %s and %s are read as %s", async (first, second, format) => {
  const mapping = await guess(`date,amount\n${first},1\n${second},2\n`);
  expect(mapping.fields).toMatchObject({ created_at: { columns: ["date"], format } });
});

test("thousands behind a comma are not taken for decimals", async () => {
  expect((await guess('amount,date\n"1,500",2026-01-01\n')).decimal_mark).toBe(".");
});

test("a table of accounts is understood", async () => {
  const csv = [
    "Hotel,Group,Currency,Country,Stars",
    "Baixa,Portugal,EUR,Portugal,4",
    "Mitte,Germany,EUR,Germany,5",
  ].join("\n");
  expect(await guess(csv, { resource: "accounts" })).toMatchObject({
    resource: "accounts",
    fields: {
      name: { column: "Hotel" },
      parent: { column: "Group" },
      currency: { column: "Currency" },
      country: { column: "Country", values: { Portugal: "PT", Germany: "DE" } },
    },
    metadata: { rest: true },
  });
});

test("a person who may make no accounts gets a mapping that makes none", async () => {
  const mapping = await guess("hotel,amount\nLisboa,1\n", { mayMakeAccounts: false });
  expect(mapping).toMatchObject({ account: { name: { column: "hotel" } } });
  expect(mapping).not.toHaveProperty("account.create");
});

test("a table that says nothing still gives a mapping to begin with", async () => {
  const mapping = await guess("a,b\nx,y\n");
  expect(mapping).toMatchObject({ account: { name: { constant: "Imports" } }, metadata: { rest: true } });
});

const FILE = path.join(import.meta.dirname, "../../../shared/data/hotel_bookings.csv.gz");
const isThere = existsSync(FILE);
const name = "the real bookings are guessed as the mapping that was written by hand";

describe("a real file", () => {
  test.skipIf(!isThere)(
    isThere ? name : `${name} (skipped: hotel_bookings.csv.gz is not there)`,
    async () => {
      const sketch = await sketchFile(readFileLines(FILE, ","));
      expect(guessMapping(sketch, { ...CONTEXT, delimiter: "," })).toMatchObject({
        null_markers: ["", "NULL"],
        account: { name: { column: "hotel" } },
        fields: {
          billing_amount: {
            formula: "adr * (stays_in_weekend_nights + stays_in_week_nights)",
            rounding: "half-even",
          },
          status: {
            column: "reservation_status",
            values: { "Check-Out": "PROCESSED", Canceled: "CANCELED", "No-Show": "FAILED" },
          },
          created_at: { columns: ["reservation_status_date"], format: "M/D/YYYY" },
        },
        metadata: { fields: { country: { column: "country", values: { CN: "CN" }, convert: "country_alpha3" } } },
      });
    },
    60_000,
  );
});
