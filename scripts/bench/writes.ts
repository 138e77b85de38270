import type { TenantActor } from "@/lib/actor";
import { tenantRead, tenantWrite } from "@/lib/tenant-db";
import { type BenchDatabase, query } from "./database";
import { measure, report, share } from "./measure";

/** Creating with the audit trigger against creating without it, with fsync. */
export async function benchWrites(database: BenchDatabase, actor: TenantActor): Promise<void> {
  console.log("\nWrites with audit : without");
  const account = await tenantRead(actor, "accounts:read", (db) =>
    db.account.findFirstOrThrow({ select: { id: true } }),
  );
  const row = () => ({ tenantId: actor.tenantId, accountId: account.id, billingAmount: 1000, billingCurrency: "EUR" });
  const create = (count: number) => () =>
    tenantWrite(actor, "payment_intents:write", "bench.create", (db) =>
      db.paymentIntent.createMany({ data: Array.from({ length: count }, row) }),
    );
  const audit = (state: "enable" | "disable") => () =>
    query(database.ownerUrl, `alter table payment_intents ${state} trigger audit_insert`);
  const compare = async (what: string, count: number, clients: number, atLeast: number) => {
    const rates = await measure(
      [
        { name: "with", run: create(count), before: audit("enable") },
        { name: "without", run: create(count), before: audit("disable") },
      ],
      { clients },
    );
    report(what, share(rates, "with", "without"), { atLeast });
  };
  try {
    await compare("create, one client", 1, 1, 0.75);
    await compare("create, eight clients of one tenant", 1, 8, 0.7);
    await compare("bulk of 1,000 in one statement", 1000, 1, 0.5);
  } finally {
    await audit("enable")();
    // What was made here must not make the next run's lists longer.
    await query(database.ownerUrl, "delete from payment_intents where created_at > $1 and reference is null", [
      startedAt,
    ]);
    // Dead rows at the newest end would stand in the way of every first page.
    await query(database.ownerUrl, "vacuum payment_intents");
  }
}

const startedAt = new Date();
