import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { MemberActor } from "@/lib/actor";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { tenantDoor } from "@/lib/tenant-db/pools";
import type { BenchDatabase } from "./database";
import { cpuShare, measure, report, share, type Variant } from "./measure";

const COLUMNS = "id, status, amount, currency, customer_email, reference, created_at";
const LIST = `select ${COLUMNS} from payment_intents where tenant_id = $1 order by id desc limit 50`;

/** What the door costs: round trips counted, and its speed against bare pg and Prisma's usual way. */
export async function benchDoor(database: BenchDatabase, actor: MemberActor): Promise<void> {
  console.log("\nThe door");
  await countRoundTrips(actor);
  const { tenantId } = actor;
  // The owner of this database is a superuser: no policy applies to it.
  const bare = new pg.Pool({ connectionString: database.ownerUrl, max: 8 });
  const keeping = new pg.Pool({
    connectionString: database.ownerUrl,
    max: 8,
    options: "-c plan_cache_mode=force_generic_plan",
  });
  const stockPool = new pg.Pool({ connectionString: database.tenantUrl, max: 8 });
  // The server's last word to an idle connection must not end the run.
  for (const pool of [bare, keeping, stockPool]) pool.on("error", () => {});
  const stock = new PrismaClient({ adapter: new PrismaPg(stockPool) });
  const list = sql`select id, status, amount, currency, customer_email, reference, created_at from payment_intents
    where tenant_id = ${tenantId}::uuid order by id desc limit 50`;
  const select = {
    id: true,
    status: true,
    amount: true,
    currency: true,
    customerEmail: true,
    reference: true,
    createdAt: true,
  } as const;
  const listModel = { where: { tenantId }, orderBy: { id: "desc" }, take: 50, select } as const;
  const variants: Variant[] = [
    { name: "bare pg", run: () => bare.query({ name: "list", text: LIST, values: [tenantId] }) },
    { name: "bare pg, plan kept", run: () => keeping.query({ name: "list", text: LIST, values: [tenantId] }) },
    { name: "door, raw", run: () => tenantRead(actor, "payment_intents:read", (db) => db.rows(list, "bench_list")) },
    {
      name: "door, model",
      run: () => tenantRead(actor, "payment_intents:read", (db) => db.paymentIntent.findMany(listModel)),
    },
    {
      name: "stock interactive transaction",
      run: () =>
        stock.$transaction(async (tx) => {
          await tx.$executeRaw`select set_config('app.current_tenant', ${tenantId}, true), set_config('app.account_scope', '*', true)`;
          return tx.paymentIntent.findMany(listModel);
        }),
    },
  ];
  // Prisma's code is the longest of these, and made fast only by some thousands of calls.
  const rates = await measure(variants, { rounds: 7, roundMs: 1000, warmUpMs: 4000 });
  const compare = (what: string, of: string, to: string, bar: { atLeast?: number }) =>
    report(what, share(rates, of, to), bar, cpuShare(rates, of, to));
  compare("hot list, raw SQL through the door : bare pg without RLS", "door, raw", "bare pg", { atLeast: 0.8 });
  compare("the same : bare pg that keeps its plan as the door does", "door, raw", "bare pg, plan kept", {});
  compare("model call through the door : bare pg", "door, model", "bare pg", { atLeast: 0.45 });
  compare("model call : Prisma's stock interactive transaction", "door, model", "stock interactive transaction", {
    atLeast: 2,
  });
  await stock.$disconnect();
  await Promise.all([bare.end(), keeping.end(), stockPool.end()]);
}

async function countRoundTrips(actor: MemberActor): Promise<void> {
  const { counters } = tenantDoor().pool;
  const before = counters.roundTrips;
  await tenantRead(actor, "accounts:read", (db) => db.account.findMany({ take: 1 }));
  report("round trips of a scoped read", counters.roundTrips - before, { atMost: 1 });
  const atWrite = counters.roundTrips;
  const statements = 3;
  await tenantWrite(actor, "accounts:write", "bench", async (db) => {
    for (let i = 0; i < statements; i += 1) await db.account.count();
  });
  report(`round trips of a transaction of ${statements} statements`, counters.roundTrips - atWrite, {
    atMost: statements + 1,
  });
}
