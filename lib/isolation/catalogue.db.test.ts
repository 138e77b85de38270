import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseOfThisFile } from "@/lib/testing/database";
import { checkCatalogue } from "./catalogue";

const database = databaseOfThisFile();
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
});

afterAll(() => owner.end());

describe("the catalogue", () => {
  test("is as isolation demands", async () => {
    expect(await checkCatalogue(owner)).toEqual([]);
  });
});
