import { randomUUID } from "node:crypto";
import type { MemberActor } from "@/lib/actor";
import { createInvitation } from "@/lib/invitations/commands";
import { createInvitationInput, type SentInvitation } from "@/lib/invitations/schema";
import type { BuiltInRole, Permission } from "@/lib/permissions";
import { asOwner, type TestTenant } from "./fixtures";

/** Id of a built-in role of a tenant. */
export async function roleOf(tenant: TestTenant, key: BuiltInRole): Promise<string> {
  return one(tenant, "select id from roles where tenant_id = $1 and key = $2", [tenant.id, key]);
}

/** A role of the tenant's own, with a free name. */
export async function makeRole(tenant: TestTenant, permissions: readonly Permission[]): Promise<string> {
  const id = await one(tenant, "insert into roles (tenant_id, name) values ($1, $2) returning id", [
    tenant.id,
    `Role ${randomUUID()}`,
  ]);
  await asOwner(
    tenant.database,
    "insert into role_permissions (tenant_id, role_id, permission) select $1, $2, p from unnest($3::text[]) p",
    [tenant.id, id, permissions],
  );
  return id;
}

/** An invitation by somebody, or by background work, to an address that nobody has. */
export async function makeInvitation(
  tenant: TestTenant,
  given: { by?: MemberActor; email?: string; role_ids?: string[]; account_ids?: string[]; branch_ids?: string[] } = {},
): Promise<SentInvitation & { token: string }> {
  const { by, ...input } = given;
  const sent = await createInvitation(
    by ?? tenant.system,
    createInvitationInput.parse({
      email: `${randomUUID()}@example.com`,
      role_ids: [await roleOf(tenant, "viewer")],
      ...input,
    }),
  );
  return { ...sent, token: tokenIn(sent.link) };
}

/** The secret of an invitation's link. */
export function tokenIn(link: string): string {
  return new URL(link).searchParams.get("token") ?? "";
}

async function one(tenant: TestTenant, text: string, values: unknown[]): Promise<string> {
  const [row] = await asOwner<{ id: string }>(tenant.database, text, values);
  if (!row) throw new Error(`nothing was found by ${text}`);
  return row.id;
}
