import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { hashApiKey } from "@/lib/api-key-secret";
import { parseListParams } from "@/lib/list-query";
import { listNotices } from "@/lib/notices/queries";
import { noticeList } from "@/lib/notices/schema";
import { makeOldAuditRow } from "@/lib/testing/audit-months";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { changeSettings } from "@/lib/testing/refunds";
import { expireAuditLogs, identity, retireUnusedKeys } from "./index";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

describe("access keys that nobody uses", () => {
  const lastUsed = (id: string, daysAgo: number) =>
    asOwner(database(), "update tenant_api_keys set last_used_at = now() - make_interval(days => $2) where id = $1", [
      id,
      daysAgo,
    ]);
  const stateOf = async (secret: string) => (await identity.findApiKeyGrant(hashApiKey(secret)))?.state;

  test("are revoked after the days of the settings, with a notice and an audit row by the system; others live on", async () => {
    const [idle, busy] = [await createKey(tenant), await createKey(tenant)];
    await lastUsed(idle.apiKeyId, 31);
    await lastUsed(busy.apiKeyId, 29);
    await retireUnusedKeys();
    expect(await stateOf(idle.secret)).toBe("live");
    await lastUsed(idle.apiKeyId, 31);
    await changeSettings(tenant, { unused_key_days: 30 });
    await retireUnusedKeys();
    expect(await stateOf(idle.secret)).toBe("revoked");
    expect(await stateOf(busy.secret)).toBe("live");
    const { query } = parseListParams(noticeList, { kind: "api_key_unused" }, { mode: "strict" });
    expect((await listNotices(owner, query)).items).toMatchObject([
      { subject: { id: idle.apiKeyId }, message: expect.stringContaining("was not used for 30 days") },
    ]);
    const rows = await asOwner(
      database(),
      `select actor_kind, actor_label, operation, new_values ->> 'revocation_reason' as reason from audit_logs
       where table_name = 'tenant_api_keys' and record_id = $1 order by id desc limit 1`,
      [idle.apiKeyId],
    );
    expect(rows).toEqual([
      {
        actor_kind: "system",
        actor_label: "Unused keys",
        operation: "api_keys.retire",
        reason: "Not used for 30 days",
      },
    ]);
  });

  test("a key that was never used counts from its making, and a night without such keys changes nothing", async () => {
    const fresh = await createKey(tenant);
    await changeSettings(tenant, { unused_key_days: 30 });
    await retireUnusedKeys();
    await retireUnusedKeys();
    expect(await stateOf(fresh.secret)).toBe("live");
  });
});

describe("old audit rows", () => {
  const oldRows = async (of: TestTenant) =>
    (await asOwner(database(), "select id from audit_logs where tenant_id = $1 and record_id = 'x'", [of.id])).length;
  const traces = (of: TestTenant) =>
    asOwner(
      database(),
      `select actor_label, (old_values ->> 'rows_removed')::int as removed from audit_logs
       where tenant_id = $1 and operation = 'audit_logs.expire' order by id`,
      [of.id],
    );

  test("go once they are older than the tenant keeps them, one row says how many; others' rows stay", async () => {
    const other = await createTenant(database());
    for (const monthsAgo of [30, 26, 20])
      for (const of of [tenant, other]) await makeOldAuditRow(database(), of, { monthsAgo });
    await changeSettings(tenant, { audit_retention_months: 24 });
    await expireAuditLogs();
    expect(await oldRows(tenant)).toBe(1);
    expect(await oldRows(other)).toBe(3);
    expect(await traces(tenant)).toEqual([{ actor_label: "Audit retention", removed: 2 }]);
    expect(await traces(other)).toEqual([]);
  });

  test("younger than a year none goes, whatever is stored as a setting", async () => {
    await makeOldAuditRow(database(), tenant, { monthsAgo: 10 });
    await makeOldAuditRow(database(), tenant, { monthsAgo: 14 });
    await changeSettings(tenant, { audit_retention_months: 1 });
    await expireAuditLogs();
    expect(await oldRows(tenant)).toBe(1);
  });

  test("the roles of the application still delete none", async () => {
    const { tenantWrite, sql } = await import("./index");
    const deleting = tenantWrite(owner, null, "test.delete", (db) =>
      db.rows(sql`delete from audit_logs where tenant_id = ${tenant.id}::uuid`),
    );
    await expect(deleting).rejects.toThrow(/permission denied/);
  });
});
