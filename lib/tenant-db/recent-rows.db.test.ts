import { beforeEach, expect, test } from "vitest";
import type { TenantActor } from "@/lib/actor";
import { AUDIT_LOG_SOURCE, listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { parseListParams } from "@/lib/list-query";
import { makeOldAuditRow } from "@/lib/testing/audit-months";
import {
  asOwner,
  createKey,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { sql } from "./client";
import { tenantRead } from "./index";
import { listStatements } from "./list-sql";
import { tenantDoor } from "./pools";

const database = doorsOfThisFile();
const OLD = [4, 6, 8];
let tenant: TestTenant;
let actor: TenantActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  for (const monthsAgo of OLD) await makeOldAuditRow(database(), tenant, { monthsAgo });
  actor = await createKey(tenant);
});

/** Rows of the last minutes, which name an account if they are given one. */
const fill = (rows: number, accountId: string | null = null) =>
  asOwner(
    database(),
    `insert into audit_logs (tenant_id, table_name, record_id, action, actor_kind, actor_label, account_id)
     select $1, 'accounts', 'y' || n, 'insert', 'system', 'test', $3 from generate_series(1, $2::int) n`,
    [tenant.id, rows, accountId],
  );

// A new tenant's roles have left some sixty rows.
const WIDE = { size: "100" };

async function list(of: TenantActor, given: Record<string, string> = {}) {
  const { counters } = tenantDoor().pool;
  const before = counters.statements;
  const page = await listAuditLogs(of, parseListParams(auditLogList, given, { mode: "strict" }).query);
  return { ...page, statements: counters.statements - before };
}

test("a page of newest rows opens the last weeks alone, and the walk from it reaches the oldest", async () => {
  await fill(120);
  const { query } = parseListParams(auditLogList, {}, { mode: "strict" });
  const recent = listStatements(actor, AUDIT_LOG_SOURCE, query).recent?.();
  const opened = async (statement: ReturnType<typeof sql>) => {
    const lines = await tenantRead(actor, "audit_logs:read", (db) =>
      db.rows<{ "QUERY PLAN": string }>(sql`explain ${statement}`),
    );
    return lines.filter((line) => /Scan.* on audit_logs_\d{4}_\d{2} /.test(line["QUERY PLAN"])).length;
  };
  if (!recent) throw new Error("the first page is not read from its newest rows");
  const whole = await opened(listStatements(actor, AUDIT_LOG_SOURCE, query).page());
  expect(whole - (await opened(recent))).toBe(OLD.length);

  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list(actor, cursor === null ? {} : { cursor });
    expect(page.statements).toBe(2);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const all = await asOwner<{ id: string }>(
    database(),
    "select id from audit_logs where tenant_id = $1 order by id desc",
    [tenant.id],
  );
  expect(seen).toEqual(all.map(({ id }) => id));
});

test("a log whose last weeks fill no page shows the older rows too, and is read whole from then on", async () => {
  const { total, items, statements } = await list(actor, WIDE);
  expect(items).toHaveLength(total);
  expect(items.filter(({ record_id }) => record_id === "x")).toHaveLength(OLD.length);
  expect(statements).toBe(3);
  expect((await list(actor, WIDE)).statements).toBe(2);
});

test("a log that is no older than the last weeks is never read twice", async () => {
  const fresh = await createTenant(database());
  const key = await createKey(fresh);
  const page = await list(key, WIDE);
  expect(page.items).toHaveLength(page.total);
  expect(page.total).toBeGreaterThan(0);
  expect(page.statements).toBe(2);
});

test("who sees chosen accounts gets theirs from any month, and none of the newer ones of others", async () => {
  const { id: ownId } = await makeAccount(tenant);
  const { id: otherId } = await makeAccount(tenant);
  const restricted = await createKey(tenant, { accountIds: [ownId] });
  await asOwner(database(), "update audit_logs set account_id = $2 where tenant_id = $1 and record_id = 'x'", [
    tenant.id,
    ownId,
  ]);
  await fill(60, otherId);
  const { items } = await list(restricted);
  expect(items.filter(({ record_id }) => record_id === "x")).toHaveLength(OLD.length);
  expect(items.filter(({ account_id }) => account_id !== ownId)).toEqual([]);
});
