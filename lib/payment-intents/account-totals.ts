import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { sql, tenantRead } from "../tenant-db";
import type { AccountTotals } from "./account-totals-schema";

interface KeptSum {
  resource: "payment_intents" | "refunds";
  status: AccountTotals["payments"][number]["status"];
  currency: string;
  count: number;
  amount: number;
}

/**
 * What was paid and refunded in an account and all below it, ever, from kept totals: two statements whatever the number
 * of payments. A restricted actor's totals are those of the own accounts.
 * @throws AppError `not_found` also for another tenant's account
 */
export async function getAccountTotals(actor: TenantActor, input: { id: string }): Promise<AccountTotals> {
  const { tenantId, accountIds } = actor;
  const ofBranch = sql`k.tenant_id = ${tenantId}::uuid and (${accountIds}::uuid[] is null or k.account_id = any (${accountIds}::uuid[]))
    and k.account_id in (select a.id from accounts r
      join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
      where r.tenant_id = ${tenantId}::uuid and r.id = ${input.id}::uuid)`;
  return tenantRead(actor, "payment_intents:read", async (db) => {
    const [[account], sums] = await Promise.all([
      db.rows<AccountTotals["account"]>(
        sql`select a.id, a.name from accounts a where a.tenant_id = ${tenantId}::uuid and a.id = ${input.id}::uuid
            and (${accountIds}::uuid[] is null or a.id = any (${accountIds}::uuid[]))`,
        "account_totals_account",
      ),
      db.rows<KeptSum>(
        // All weeks, and what these do not hold as yet.
        sql`select k.resource, k.status, k.currency, sum(k.count)::bigint as count,
              least(sum(k.amount), ${Number.MAX_SAFE_INTEGER})::bigint as amount
            from (
              select case k.resource when 'refund_weeks' then 'refunds' else 'payment_intents' end as resource,
                k.status, k.currency, k.count, k.amount
              from kept_totals k where ${ofBranch} and k.resource in ('payment_weeks', 'refund_weeks')
              union all
              select k.resource, k.status, k.currency, k.count, k.amount
              from kept_totals k where ${ofBranch} and k.resource in ('payment_intents', 'refunds') and k.is_loose
            ) k
            group by k.resource, k.status, k.currency having sum(k.count) > 0
            order by k.resource, k.currency, k.status`,
        "account_totals_sums",
      ),
    ]);
    if (!account) throw new AppError("not_found", "Account not found");
    return {
      account,
      payments: sums
        .filter(({ resource }) => resource === "payment_intents")
        .map(({ status, currency, count, amount }) => ({ status, currency, count, amount })),
      refunds: sums
        .filter(({ resource }) => resource === "refunds")
        .map(({ currency, count, amount }) => ({ currency, count, amount })),
    };
  });
}
