import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { documentStorage } from "@/lib/documents/storage";
import { startImport } from "@/lib/imports/commands";
import { readFileLines } from "@/lib/imports/lines";
import { getImport } from "@/lib/imports/queries";
import { runImport } from "@/lib/imports/run";
import { paymentIntentTarget } from "@/lib/jobs/import-payments";
import { executeImport } from "@/lib/jobs/imports";
import { parseListParams } from "@/lib/list-query";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { totalPaymentIntents } from "@/lib/payment-intents/totals";
import { callApi } from "@/lib/testing/api";
import { createKey, createMember, createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";
import { makeImport } from "@/lib/testing/imports";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { readMappingFile } from "./mapping-file";

const FILE = path.join(REPOSITORY_DIR, "../shared/data/hotel_bookings.csv.gz");
const MAPPING = path.join(REPOSITORY_DIR, "prisma/import/hotel-bookings.mapping.json");
const STATUSES: Readonly<Record<string, string>> = {
  "Check-Out": "PROCESSED",
  Canceled: "CANCELED",
  "No-Show": "FAILED",
};

const database = doorsOfThisFile();

interface Total {
  account: { name: string };
  status: string;
  currency: string;
  count: number;
  amount: number;
}

/** Count and sum in cents by hotel and status, worked out from the bytes of the file with nothing of the importer. */
function totalsOfFile(): Record<string, [number, bigint]> {
  const [header = "", ...lines] = gunzipSync(readFileSync(FILE)).toString("utf8").trim().split(/\r?\n/);
  const columns = header.split(",");
  const totals: Record<string, [number, bigint]> = {};
  for (const line of lines) {
    const values = line.split(",");
    const value = (column: string) => values[columns.indexOf(column)] ?? "";
    const [units = "", decimals = ""] = value("adr").split(".");
    const nights = BigInt(value("stays_in_weekend_nights")) + BigInt(value("stays_in_week_nights"));
    const thousandths = BigInt(units + decimals.padEnd(3, "0")) * nights;
    const [cents, rest] = [thousandths / 10n, thousandths % 10n];
    const roundsUp = rest > 5n || (rest === 5n && cents % 2n === 1n);
    const key = `${value("hotel")} ${STATUSES[value("reservation_status")]} EUR`;
    const [count, sum] = totals[key] ?? [0, 0n];
    totals[key] = [count + 1, sum + (roundsUp ? cents + 1n : cents)];
  }
  return totals;
}

function byHotelAndStatus(totals: readonly Total[]): Record<string, [number, bigint]> {
  return Object.fromEntries(
    totals.map(({ account, status, currency, count, amount }) => [
      `${account.name} ${status} ${currency}`,
      [count, BigInt(amount)],
    ]),
  );
}

const isThere = existsSync(FILE);
const name = "the bookings' sums by hotel and status are the file's own, in the dashboard's query and by the API";

test.skipIf(!isThere)(
  isThere ? name : `${name} (skipped: hotel_bookings.csv.gz is not there)`,
  async () => {
    const tenant = await createTenant(database());
    const mapping = readMappingFile(MAPPING);
    if (mapping.resource !== "payment_intents") throw new Error("these are payments");
    const run = async () =>
      runImport(tenant.system, {
        mapping,
        fileName: path.basename(FILE),
        read: () => readFileLines(FILE, mapping.delimiter),
        target: await paymentIntentTarget(tenant.system, mapping, () => {}),
      });
    expect(await run()).toEqual({ lines: 14_938, imported: 14_938, skipped: 0, refused: 0 });
    expect(await run()).toEqual({ lines: 14_938, imported: 0, skipped: 14_938, refused: 0 });

    const expected = totalsOfFile();
    expect(Object.keys(expected)).toHaveLength(6);
    const { query } = parseListParams(paymentIntentList, {}, { mode: "strict" });
    expect(byHotelAndStatus(await totalPaymentIntents(tenant.system, query))).toEqual(expected);

    const token = await createKey(tenant, { permissions: ["payment_intents:read"] });
    const answer = await callApi("GET", "/api/v1/payment_intent_totals", { token });
    expect(answer.status).toBe(200);
    expect(byHotelAndStatus(answer.body.items)).toEqual(expected);

    // The same file from the dashboard, by the mapping that is guessed from it.
    const other = await createTenant(database());
    const member = await createMember(database(), other);
    const { id } = await makeImport(other, { actor: member, bytes: readFileSync(FILE), fileName: path.basename(FILE) });
    await startImport(member, { id });
    await executeImport(other.id, id, await documentStorage());
    expect(await getImport(member, { id })).toMatchObject({ imported_count: 14_938, refused_count: 0 });
    expect(byHotelAndStatus(await totalPaymentIntents(other.system, query))).toEqual(expected);
  },
  600_000,
);
