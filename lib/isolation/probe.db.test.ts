import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseOfThisFile } from "@/lib/testing/database";
import { isTenantTable } from "./catalogue-tables";
import { type ProbeReport, runProbe } from "./probe";
import { matrixOf } from "./report";
import { readSnapshot } from "./snapshot";

const database = databaseOfThisFile();
let owner: pg.Client;
let report: ProbeReport;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  report = await runProbe(owner);
}, 300_000);

afterAll(() => owner.end());

describe("every table × identity × command", () => {
  test("reaches what is one's own and nothing else", () => {
    expect(report.wrong).toEqual([]);
  });

  test("no table with tenant_id is left out", async () => {
    const { tables } = await readSnapshot(owner);
    const probed = new Set(report.cells.map(({ table }) => table));
    const expected = tables.filter((table) => isTenantTable(table) && !table.isPartition);
    expect(expected.length).toBeGreaterThan(15);
    expect(expected.map(({ name }) => name).filter((name) => !probed.has(name))).toEqual([]);
  });

  test("every kind of actor reaches something of its own in every table that it may read", () => {
    for (const identity of ["member", "restricted member", "key", "restricted key", "job"]) {
      const reads = report.cells.filter(
        (cell) => cell.identity === identity && cell.command === "select" && cell.target === "own rows",
      );
      expect(reads.filter(({ outcome }) => outcome === "reached").length, identity).toBeGreaterThan(14);
    }
  });

  test("the platform admin sees all tenants' rows, and none without a checked session", () => {
    const outcomes = (identity: string) =>
      report.cells
        .filter((cell) => cell.identity === identity && cell.command === "select" && cell.table === "payment_intents")
        .map(({ outcome }) => outcome);
    expect(outcomes("platform admin")).toEqual(["reached", "reached"]);
    expect(outcomes("platform, no context")).toEqual(["refused", "refused"]);
  });

  test("nothing remains", async () => {
    const { rows } = await owner.query("select count(*)::int as count from tenants");
    expect(rows).toEqual([{ count: 0 }]);
  });

  test("the matrix has a line per table, and says what leaked", () => {
    const leak = { ...report.cells[0], expected: "refused", outcome: "reached" } as ProbeReport["cells"][number];
    const text = matrixOf({ ...report, cells: [leak], wrong: [leak] });
    expect(text).toContain(`✗ ${leak.identity}: ${leak.command} ${leak.table} of ${leak.target}`);
    expect(
      matrixOf(report)
        .split("\n")
        .filter((line) => line.startsWith("payment_intents ")),
    ).toHaveLength(1);
  });
});
