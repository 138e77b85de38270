import type { TestDatabase } from "./database";
import { asOwner, type TestTenant } from "./fixtures";

/** A row (record `x`) in the audit log of a month that long ago, in a partition that is made for it. */
export async function makeOldAuditRow(
  database: TestDatabase,
  { id }: TestTenant,
  { monthsAgo }: { monthsAgo: number },
): Promise<void> {
  const month = `date_trunc('month', now() - interval '${monthsAgo} months', 'UTC')`;
  const [part] = await asOwner<{ name: string; from: string; to: string }>(
    database,
    `select app.audit_partition(${month}) as name, app.uuid_v7_floor(${month}) as from, app.uuid_v7_floor(${month} + interval '1 month') as to`,
  );
  await asOwner(
    database,
    `create table if not exists public.${part?.name} partition of audit_logs for values from ('${part?.from}') to ('${part?.to}')`,
  );
  await asOwner(
    database,
    `insert into audit_logs (tenant_id, id, table_name, record_id, action, actor_kind, actor_label)
     values ($1, app.uuid_v7(${month} + interval '1 day'), 'accounts', 'x', 'insert', 'system', 'test')`,
    [id],
  );
}
