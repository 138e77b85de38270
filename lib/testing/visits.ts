import type { PlatformAdminActor } from "@/lib/actor";
import { startVisit } from "@/lib/visits/commands";
import type { VisitState } from "@/lib/visits/names";
import { asOwner, createPlatformAdmin, type TestTenant } from "./fixtures";

const REASON = "Sample";

/** A visit that runs, as its own command makes it; by somebody new unless told. */
export async function makeVisit(tenant: TestTenant, admin?: PlatformAdminActor, minutes = 60): Promise<string> {
  const visitor = admin ?? (await createPlatformAdmin(tenant.database));
  return (await startVisit(visitor, { tenant_id: tenant.id, reason: REASON, minutes })).id;
}

/** A visit that waits for the tenant's word or has it, whatever the tenant's settings are. */
export async function makeAskedVisit(
  tenant: TestTenant,
  state: Extract<VisitState, "waiting" | "agreed">,
  admin?: PlatformAdminActor,
): Promise<string> {
  const visitor = admin ?? (await createPlatformAdmin(tenant.database));
  const [row] = await asOwner<{ id: string }>(
    tenant.database,
    `insert into tenant_visits (tenant_id, user_id, admin_name, reason, asks_tenant, is_agreed, answered_at)
     values ($1, $2, 'Petra Platform', $3, true, case when $4 then true end, case when $4 then now() end) returning id`,
    [tenant.id, visitor.userId, REASON, state === "agreed"],
  );
  if (!row) throw new Error("no visit was made");
  return row.id;
}
