import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { SETTING_NAMES } from "../tenant-settings";
import { updateTenantConfig } from "./commands";
import { getTenantConfig, listTenantConfigVersions } from "./queries";
import { tenantConfig, tenantConfigVersion, tenantConfigVersionList, updateTenantConfigInput } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const change = async (given: Record<string, unknown>, actor = owner) =>
  updateTenantConfig(
    actor,
    updateTenantConfigInput.parse({ version: (await getTenantConfig(actor)).version, ...given }),
  );
const versions = async (actor = owner) =>
  (await listTenantConfigVersions(actor, parseListParams(tenantConfigVersionList, {}, { mode: "strict" }).query)).items;

const VALUES = {
  default_currency: "USD",
  time_zone: "America/New_York",
  allowed_currencies: ["EUR", "USD"],
  allowed_countries: ["ES", "PT"],
  refund_role_limits: [{ role: "refunds", currency: "EUR", one_refund: 500, per_day: null }],
  refund_daily_limits: [{ currency: "EUR", amount: 1_000 }],
  refund_approval_thresholds: [{ currency: "EUR", amount: 0 }],
  refund_approval_days: 3,
  longest_key_lifetime_days: 30,
  unused_key_days: 90,
  mask_personal_data_in_webhooks: true,
  audit_retention_months: 24,
};

test("every setting is set, shown as the tenant's own, and given back to the template", async () => {
  const set = await change(VALUES);
  expect(tenantConfig.parse(set)).toEqual(set);
  for (const [name, value] of Object.entries(VALUES))
    expect(set.settings[name as keyof typeof VALUES]).toEqual({ value, source: "own" });
  const cleared = await change(Object.fromEntries(Object.keys(VALUES).map((name) => [name, null])));
  expect(cleared.settings.default_currency).toEqual({ value: "EUR", source: "template" });
  expect(cleared.settings.time_zone).toEqual({ value: "UTC", source: "template" });
  expect(cleared.settings.refund_daily_limits).toEqual({ value: null, source: "none" });
  expect(cleared.version).toBe(set.version + 1);
  expect(Object.keys(set.settings).sort()).toEqual([...SETTING_NAMES].sort());
});

test("each change is a version with who made it, what it was and what it became", async () => {
  const before = await versions();
  const { version } = await change({ unused_key_days: 60 });
  const [newest, ...others] = await versions();
  expect(others).toEqual(before);
  expect(tenantConfigVersion.parse(newest)).toEqual(newest);
  expect(newest).toMatchObject({
    version,
    changed_by: { kind: "user", name: "Ann Example" },
    settings: { unused_key_days: 60 },
  });
  expect(newest?.previous_settings).not.toHaveProperty("unused_key_days");
});

test("of two changes at once one is told that somebody was faster, and nothing is lost", async () => {
  const { version } = await getTenantConfig(owner);
  const results = await Promise.allSettled(
    [10, 20].map((unused_key_days) => updateTenantConfig(owner, { version, unused_key_days })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  expect((await getTenantConfig(owner)).version).toBe(version + 1);
});

describe("bad input names its field", () => {
  test.each([
    [
      "a role without any limit",
      { refund_role_limits: [{ role: "refunds", currency: "EUR", one_refund: null, per_day: null }] },
      "refund_role_limits.0.one_refund",
    ],
    [
      "a role and currency twice",
      { refund_role_limits: [VALUES.refund_role_limits[0], VALUES.refund_role_limits[0]] },
      "refund_role_limits.1.role",
    ],
    [
      "a currency twice",
      {
        refund_daily_limits: [
          { currency: "EUR", amount: 1 },
          { currency: "EUR", amount: 2 },
        ],
      },
      "refund_daily_limits.1.currency",
    ],
    ["no line at all", { refund_approval_thresholds: [] }, "refund_approval_thresholds"],
    ["half a cent", { refund_daily_limits: [{ currency: "EUR", amount: 0.5 }] }, "refund_daily_limits.0.amount"],
    ["an audit log kept for less than a year", { audit_retention_months: 11 }, "audit_retention_months"],
    ["keys that may not rest for a week", { unused_key_days: 6 }, "unused_key_days"],
    ["a place that is no time zone", { time_zone: "Mars/Olympus" }, "time_zone"],
    ["a setting that does not exist", { refunds: true }, ""],
  ])("%s", (_what, given, field) => {
    const parsed = updateTenantConfigInput.safeParse({ version: 1, ...given });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  test("a role that the tenant does not have", async () => {
    const limit = { role: "0190a000-0000-7000-8000-00000000000e", currency: "EUR", one_refund: 1, per_day: null };
    await expect(change({ refund_role_limits: [limit] })).rejects.toMatchObject({
      issues: [{ loc: ["body", "refund_role_limits", "0", "role"] }],
    });
  });
});

describe("who may", () => {
  test("a viewer reads settings and their history and changes nothing; another tenant sees its own only", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    expect((await versions(viewer)).length).toBeGreaterThan(0);
    await expect(change({ unused_key_days: 7 }, viewer)).rejects.toMatchObject({
      data: { permission: "settings:write" },
    });
    const stranger = await createMember(database(), await createTenant(database()));
    const ids = new Set((await versions()).map(({ id }) => id));
    expect((await versions(stranger)).filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test("whoever is restricted to chosen accounts changes nothing for all", async () => {
    const account = await makeAccount(tenant);
    const restricted = await createMember(database(), tenant, { accountIds: [account.id] });
    await expect(change({ unused_key_days: 7 }, restricted)).rejects.toMatchObject({ code: "forbidden" });
  });
});
