import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseOfThisFile } from "@/lib/testing/database";
import { runProbe } from "./probe";

const database = databaseOfThisFile();
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
});

afterAll(() => owner.end());

describe("every table × identity × command", () => {
  test("reaches what is one's own and nothing else", async () => {
    const report = await runProbe(owner);
    expect(report.wrong).toEqual([]);
  });
});
