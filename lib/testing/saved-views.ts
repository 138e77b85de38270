import { randomUUID } from "node:crypto";
import { asOwner, createMember, type TestTenant } from "./fixtures";

/** A view of the payments that everybody finds, of a member of its own; deleted on demand. Its id. */
export async function makeSavedView(tenant: TestTenant, { isDeleted = false } = {}): Promise<string> {
  const { membershipId } = await createMember(tenant.database, tenant);
  const id = randomUUID();
  await asOwner(
    tenant.database,
    `insert into saved_views (tenant_id, id, membership_id, list, name, audience, query, deleted_at)
     values ($1, $2, $3, 'payment_intents', $4, 'everyone', 'status=FAILED', case when $5 then now() end)`,
    [tenant.id, id, membershipId, `Sample ${id}`, isDeleted],
  );
  return id;
}
