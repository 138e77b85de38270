import { randomUUID } from "node:crypto";
import { createInvitation } from "@/lib/invitations/commands";
import { createInvitationInput } from "@/lib/invitations/schema";
import { deactivateMember } from "@/lib/members/commands";
import { createKey, createMember, makeAccount, type TestTenant } from "../fixtures";
import { makeAskedVisit, makeVisit } from "../visits";
import { bulk, idFrom, list, type Samples } from "./sample";

const keyOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await createKey(tenant)).apiKeyId;

const memberOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await createMember(tenant.database, tenant)).membershipId;

/** Somebody who holds next to nothing, whom anybody with the permission may change. */
const viewerOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await createMember(tenant.database, tenant, { permissions: [] })).membershipId;

const deactivatedOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await deactivateMember(tenant.system, { id: await viewerOf(tenant, undefined) })).id;

/** A role that holds nothing, which anybody with the permission may give and change. */
const roleToGive = async (tenant: TestTenant) =>
  idFrom(tenant, "insert into roles (tenant_id, name) values ($1, $2) returning id", [tenant.id, randomUUID()]);

const invitationOf = async (tenant: TestTenant, id: string | undefined) =>
  id ??
  (
    await createInvitation(
      tenant.system,
      createInvitationInput.parse({ email: `${randomUUID()}@example.com`, role_ids: [await roleToGive(tenant)] }),
    )
  ).invitation.id;

/** Members, roles, invitations, keys and visits. */
export const teamSamples: Samples = {
  listMembers: list("/api/v1/members"),
  getMember: async (tenant, id) => ({ address: `/api/v1/member?id=${await memberOf(tenant, id)}` }),
  updateMember: async (tenant, id) => ({
    address: "/api/v1/member",
    body: { id: await viewerOf(tenant, id), branch_ids: [(await makeAccount(tenant)).id] },
  }),
  setMemberRoles: async (tenant, id) => ({
    address: "/api/v1/member/roles",
    body: { id: await viewerOf(tenant, id), role_ids: [await roleToGive(tenant)] },
  }),
  deactivateMember: async (tenant, id) => ({ address: `/api/v1/member?id=${await viewerOf(tenant, id)}` }),
  restoreMember: async (tenant, id) => ({
    address: "/api/v1/member/restore",
    body: { id: await deactivatedOf(tenant, id) },
  }),
  listInvitations: list("/api/v1/invitations"),
  getInvitation: async (tenant, id) => ({ address: `/api/v1/invitation?id=${await invitationOf(tenant, id)}` }),
  createInvitation: async (tenant) => ({
    address: "/api/v1/invitation",
    body: { email: `${randomUUID()}@example.com`, role_ids: [await roleToGive(tenant)] },
  }),
  resendInvitation: async (tenant, id) => ({
    address: "/api/v1/invitation/resend",
    body: { id: await invitationOf(tenant, id) },
  }),
  revokeInvitation: async (tenant, id) => ({
    address: "/api/v1/invitation/revoke",
    body: { id: await invitationOf(tenant, id) },
  }),
  createRole: async () => ({
    address: "/api/v1/role",
    // The owner of a token holds what it gives; whoever may only make roles gives that.
    body: { name: randomUUID(), permissions: ["roles:write"] },
  }),
  updateRole: async (tenant, id) => ({
    address: "/api/v1/role",
    body: { id: id ?? (await roleToGive(tenant)), description: "Changed" },
  }),
  deleteRole: async (tenant, id) => ({ address: `/api/v1/role?id=${id ?? (await roleToGive(tenant))}` }),
  listRoles: list("/api/v1/roles"),
  getRole: async (tenant, id) => {
    const found = id ?? (await idFrom(tenant, "select id from roles where tenant_id = $1 limit 1", [tenant.id]));
    return { address: `/api/v1/role?id=${found}` };
  },
  listPermissions: list("/api/v1/permissions"),
  explainAccess: list("/api/v1/access_explanation?permission=refunds:create"),
  listApiKeys: list("/api/v1/api_keys"),
  getApiKey: async (tenant, id) => ({ address: `/api/v1/api_key?id=${await keyOf(tenant, id)}` }),
  createApiKey: async () => ({
    address: "/api/v1/api_key",
    // The owner of a key holds what it gives; whoever may only make keys gives that.
    body: { name: "Sample", permissions: ["api_keys:write"] },
  }),
  rotateApiKey: async (tenant, id) => ({
    address: "/api/v1/api_key/rotate",
    body: {
      id: id ?? (await createKey(tenant, { permissions: ["api_keys:write"] })).apiKeyId,
      overlap_hours: 24,
    },
  }),
  revokeApiKey: async (tenant, id) => ({ address: "/api/v1/api_key/revoke", body: { id: await keyOf(tenant, id) } }),
  bulkRevokeApiKeys: bulk("api_keys/bulk_revoke", keyOf),
  bulkRevokeInvitations: bulk("invitations/bulk_revoke", invitationOf),
  bulkDeactivateMembers: bulk("members/bulk_deactivate", viewerOf),
  bulkRestoreMembers: bulk("members/bulk_restore", deactivatedOf),
  listVisits: list("/api/v1/visits"),
  agreeToVisit: async (tenant, id) => ({
    address: "/api/v1/visit/agree",
    body: { id: id ?? (await makeAskedVisit(tenant, "waiting")) },
  }),
  declineVisit: async (tenant, id) => ({
    address: "/api/v1/visit/decline",
    body: { id: id ?? (await makeAskedVisit(tenant, "waiting")) },
  }),
  endVisit: async (tenant, id) => ({ address: "/api/v1/visit/end", body: { id: id ?? (await makeVisit(tenant)) } }),
};
