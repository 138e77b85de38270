import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "../actor";
import { callApi } from "../testing/api";
import { asOwner, createKey, createMember, createTenant, doorsOfThisFile, type TestTenant } from "../testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let ann: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
});
beforeEach(async () => {
  ann = await createMember(database(), tenant, { role: "viewer" });
});

const put = (token: MemberActor, body: Record<string, unknown>) =>
  callApi("PUT", "/api/v1/list_preference", { token, body });
const listed = async (token: MemberActor) => (await callApi("GET", "/api/v1/list_preferences", { token })).body.items;

const COMPACT = { list: "refunds", columns: ["amount", "status"], widths: { amount: 180 }, density: "compact" };

describe("what a person has set up", () => {
  test("is kept by list, and replaced as a whole", async () => {
    expect(await put(ann, COMPACT)).toMatchObject({ status: 200, body: COMPACT });
    expect((await put(ann, { list: "accounts", density: "compact" })).status).toBe(200);
    expect(await listed(ann)).toEqual([
      { list: "accounts", columns: null, widths: {}, density: "compact" },
      { ...COMPACT },
    ]);
    await put(ann, { list: "refunds" });
    expect((await listed(ann))[1]).toEqual({ list: "refunds", columns: null, widths: {}, density: "comfortable" });
  });

  test("is nobody else's, and no key's", async () => {
    await put(ann, COMPACT);
    const bob = await createMember(database(), tenant);
    expect(await listed(bob)).toEqual([]);
    expect(await listed(ann)).toHaveLength(1);
    const key = await createKey(tenant);
    expect((await callApi("GET", "/api/v1/list_preferences", { token: key.secret })).status).toBe(403);
  });

  test("is kept for a hundred lists and no more", async () => {
    await asOwner(
      database(),
      "insert into list_preferences (user_id, list) select $1, 'list_' || n from generate_series(1, 100) n",
      [ann.userId],
    );
    expect(await put(ann, COMPACT)).toMatchObject({ status: 422, body: { detail: [{ loc: ["body", "list"] }] } });
    expect((await put(ann, { ...COMPACT, list: "list_7" })).status).toBe(200);
  });
});

test.each([
  ["list", { list: "Not a list" }],
  ["columns", { list: "refunds", columns: [] }],
  ["widths", { list: "refunds", widths: { amount: 5 } }],
  ["density", { list: "refunds", density: "tiny" }],
])("what is wrong with %s is said of it", async (field, body) => {
  const { status, body: problem } = await put(ann, body);
  expect(status).toBe(422);
  expect(JSON.stringify(problem)).toContain(`"${field}"`);
});
