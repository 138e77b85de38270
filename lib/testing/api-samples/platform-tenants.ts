import { randomUUID } from "node:crypto";
import { previewTemplate } from "@/lib/templates/queries";
import { sampleAdmin } from "../api-tokens";
import { asOwner, createPlatformAdmin, type TestTenant } from "../fixtures";
import { makeDeletion, makeExportOf, makeSuspendedTenant } from "../tenant-exports";
import { idFrom, list, REASON, type Samples } from "./sample";

/** A template of one version, under a name that nobody else has. */
const freshTemplate = (tenant: TestTenant, archivedAt: Date | null) =>
  idFrom(tenant, "insert into templates (name, definition, archived_at) values ($1, $2, $3) returning id", [
    randomUUID(),
    JSON.stringify({ roles: [{ key: "owner", name: "Company Access", grants_all: true }] }),
    archivedAt,
  ]);

/** A tenant of its own for what changes one, unless a record is named. */
async function otherTenantOf(tenant: TestTenant, id: string | undefined, status: string): Promise<string> {
  const found =
    id ??
    (await idFrom(tenant, "select app.create_tenant($1, 'Sample', null, 'standard', 'Hospitality') as id", [
      `s-${randomUUID().slice(0, 13)}`,
    ]));
  if (!id) await asOwner(tenant.database, "update tenants set status = $2 where id = $1", [found, status]);
  return found;
}

/** A note of the platform's staff about the tenant. */
const noteOf = async (tenant: TestTenant, id: string | undefined) =>
  id ??
  idFrom(tenant, "insert into tenant_notes (about_tenant_id, author_id, text) values ($1, $2, 'Sample') returning id", [
    tenant.id,
    (await sampleAdmin(tenant)).userId,
  ]);

/** What the platform's staff does with tenants and templates. */
export const platformTenantSamples: Samples = {
  adminListTenants: list("/api/v1/admin/tenants"),
  adminGetTenant: async (tenant, id) => ({ address: `/api/v1/admin/tenant?id=${id ?? tenant.id}` }),
  adminCreateTenant: async () => ({
    address: "/api/v1/admin/tenant",
    body: { slug: `s-${randomUUID().slice(0, 13)}`, name: "Sample", template: "Hospitality", ...REASON },
  }),
  adminUpdateTenant: async (tenant, id) => ({
    address: "/api/v1/admin/tenant",
    body: { id: id ?? tenant.id, domain: "sample.example", ...REASON },
  }),
  adminSuspendTenant: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/suspend",
    body: { id: await otherTenantOf(tenant, id, "active"), ...REASON },
  }),
  adminReactivateTenant: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/reactivate",
    body: { id: await otherTenantOf(tenant, id, "suspended"), ...REASON },
  }),
  adminGetTenantUsage: async (tenant, id) => ({ address: `/api/v1/admin/tenant_usage?id=${id ?? tenant.id}` }),
  adminInviteOwner: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/invite_owner",
    body: {
      id: await otherTenantOf(tenant, id, "active"),
      owner_email: `${randomUUID()}@example.com`,
      owner_name: "Sample",
      ...REASON,
    },
  }),
  adminListTenantNotes: async (tenant, id) => ({ address: `/api/v1/admin/tenant_notes?tenant=${id ?? tenant.id}` }),
  adminGetTenantNote: async (tenant, id) => ({ address: `/api/v1/admin/tenant_note?id=${await noteOf(tenant, id)}` }),
  adminCreateTenantNote: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_note",
    body: { tenant_id: id ?? tenant.id, text: "Sample" },
  }),
  // Somebody else's note may be sent as it is, but not changed.
  adminUpdateTenantNote: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_note",
    body: { id: await noteOf(tenant, id), text: "Sample" },
  }),
  adminDeleteTenantNote: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_note?id=${await noteOf(tenant, id)}`,
  }),
  adminListTenantSwitches: async (tenant, id) => ({ address: `/api/v1/admin/tenant_switches?id=${id ?? tenant.id}` }),
  adminSetTenantSwitch: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/switch",
    body: { id: await otherTenantOf(tenant, id, "active"), switch: "exports", on: false, ...REASON },
  }),
  adminListTenantExports: list("/api/v1/admin/tenant_exports"),
  adminGetTenantExport: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_export?id=${id ?? (await makeExportOf(tenant))}`,
  }),
  adminRequestTenantExport: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_export",
    body: { id: await otherTenantOf(tenant, id, "suspended"), ...REASON },
  }),
  adminGetTenantExportContent: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_export/content?id=${id ?? (await makeExportOf(tenant))}`,
  }),
  adminListTenantDeletions: list("/api/v1/admin/tenant_deletions"),
  adminGetTenantDeletion: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_deletion?id=${id ?? (await makeDeletion(tenant))}`,
  }),
  adminRequestTenantDeletion: async (tenant, id) => {
    const suspended = await makeSuspendedTenant(tenant);
    const export_id = await makeExportOf(suspended, { isDownloaded: true });
    return { address: "/api/v1/admin/tenant_deletion", body: { id: id ?? suspended.id, export_id, ...REASON } };
  },
  adminAgreeTenantDeletion: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_deletion/agree",
    body: { id: id ?? (await makeDeletion(tenant)), ...REASON },
  }),
  adminCallOffTenantDeletion: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_deletion/call_off",
    body: { id: id ?? (await makeDeletion(tenant)), ...REASON },
  }),
  adminListTemplates: list("/api/v1/admin/templates"),
  adminGetTemplate: async (tenant, id) => ({
    address: `/api/v1/admin/template?id=${id ?? (await idFrom(tenant, "select id from templates limit 1", []))}`,
  }),
  adminCreateTemplate: async () => ({
    address: "/api/v1/admin/template",
    body: {
      ...{ name: `Sample ${randomUUID()}`, description: "A sample", note: "The first" },
      roles: [{ key: "owner", name: "Owner", permissions: [] }],
    },
  }),
  adminArchiveTemplate: async (tenant, id) => ({
    address: "/api/v1/admin/template/archive",
    body: { id: id ?? (await freshTemplate(tenant, null)) },
  }),
  adminRestoreTemplate: async (tenant, id) => ({
    address: "/api/v1/admin/template/restore",
    body: { id: id ?? (await freshTemplate(tenant, new Date())) },
  }),
  adminCompareTemplates: async (tenant, id) => {
    const to = await freshTemplate(tenant, null);
    return { address: `/api/v1/admin/template_comparison?from=${id ?? to}&to=${to}` };
  },
  adminPreviewTemplate: async (tenant, id) => ({
    address: `/api/v1/admin/template_preview?tenant=${id ?? tenant.id}&template=${await freshTemplate(tenant, null)}`,
  }),
  adminApplyTemplate: async (tenant, id) => {
    const choice = { tenant: await otherTenantOf(tenant, id, "active"), template: await freshTemplate(tenant, null) };
    const hash = async () => (await previewTemplate(await createPlatformAdmin(tenant.database), choice)).preview_hash;
    return {
      address: "/api/v1/admin/template/apply",
      body: { ...choice, preview_hash: id ? "0".repeat(64) : await hash(), ...REASON },
    };
  },
};
