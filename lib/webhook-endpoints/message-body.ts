import type { TenantActor } from "../actor";
import { type ReadClient, sql } from "../tenant-db";

/** What happened, as every body begins. */
export interface Message {
  id: string;
  type: string;
  created_at: string;
}

export interface MessageTenant {
  id: string;
  name: string;
}

/** The body that is signed and sent: what happened, when, in which tenant, and the record as it was then. */
export function messageBody({ id, type, created_at }: Message, tenant: MessageTenant, object: object): string {
  return JSON.stringify({ id, type, created_at, tenant, data: { object } });
}

/** The tenant as bodies name it. */
export async function readTenant(db: ReadClient, actor: TenantActor): Promise<MessageTenant> {
  const [tenant] = await db.rows<MessageTenant>(
    sql`select t.id, t.name from tenants t where t.id = ${actor.tenantId}::uuid`,
    "webhook_tenant",
  );
  if (!tenant) throw new Error(`There is no tenant ${actor.tenantId}`);
  return tenant;
}
