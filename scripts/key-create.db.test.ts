import { beforeEach, expect, test } from "vitest";
import { hashApiKey } from "@/lib/api-key-secret";
import { identity } from "@/lib/tenant-db";
import { runScript } from "@/lib/testing/command";
import { asOwner, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;

beforeEach(async () => {
  tenant = await createTenant(database());
});

const run = (...args: string[]) => runScript(database(), "key-create.ts", args);
const keyCount = async () =>
  (await asOwner(database(), "select id from tenant_api_keys where tenant_id = $1", [tenant.id])).length;

test("the key alone goes to the standard output, and works at once with what it was given", async () => {
  const branch = await makeAccount(tenant, { name: "Portugal" });
  const below = await makeAccount(tenant, { parent_id: branch.id });
  const other = await makeAccount(tenant);
  const { code, stdout, stderr } = await run(
    ...["--tenant", tenant.slug, "--name", "Booking engine", "--permissions", "accounts:read, payment_intents:write"],
    ...["--accounts", `portugal,${other.id}`, "--expires", "90d"],
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/^bh_rk_\S+\n$/);
  expect(stderr).toContain("Permissions: accounts:read, payment_intents:write\n");
  const grant = await identity.findApiKeyGrant(hashApiKey(stdout.trim()));
  expect(grant).toMatchObject({
    tenantId: tenant.id,
    name: "Booking engine",
    state: "live",
    permissions: new Set(["accounts:read", "payment_intents:write"]),
  });
  expect(new Set(grant?.accountIds)).toEqual(new Set([branch.id, below.id, other.id]));
}, 60_000);

test("without further options it reads everything and changes nothing, for ever", async () => {
  const { stdout, stderr } = await run("--tenant", tenant.slug);
  const grant = await identity.findApiKeyGrant(hashApiKey(stdout.trim()));
  expect(grant?.accountIds).toBeNull();
  expect([...(grant?.permissions ?? [])].filter((name) => !name.endsWith(":read"))).toEqual([]);
  expect(grant?.permissions.has("payment_intents:read")).toBe(true);
  expect(stderr).toContain("Expires: never");
}, 60_000);

test.each([
  ["no tenant", [], "--tenant SLUG is needed"],
  ["an unknown tenant", ["--tenant", "nobody"], 'There is no tenant with the slug "nobody".'],
  [
    "an unknown permission",
    ["--permissions", "accounts:read,accounts:fly"],
    "--permissions: accounts:fly: Must be one of",
  ],
  ["no permission", ["--permissions", ","], "--permissions: Choose at least one permission"],
  ["an unknown account", ["--accounts", "Atlantis"], 'There is no account named "Atlantis".'],
  [
    "an unknown account's id",
    ["--accounts", "0190a000-0000-7000-8000-00000000000a"],
    "One of the accounts does not exist",
  ],
  ["an end in the past", ["--expires", "2020-01-01"], "--expires: Must be in the future"],
  ["an end that is no time", ["--expires", "soon"], "--expires must be like 90d"],
])(
  "%s is explained, and no key is made",
  async (name, args, message) => {
    const given = name.endsWith("tenant") ? args : ["--tenant", tenant.slug, ...args];
    const { code, stdout, stderr } = await run(...given);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {2,}at /m);
    expect(await keyCount()).toBe(0);
  },
  60_000,
);
