import type { TenantActor } from "@/lib/actor";
import { documentStorage } from "@/lib/documents/storage";
import { requestExport } from "@/lib/exports/commands";
import { makeExport as runExport } from "@/lib/exports/make";
import { type ListExport, type RequestExportInput, requestExportInput } from "@/lib/exports/schema";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import { asOwner, type TestTenant } from "./fixtures";

interface Wish extends Partial<RequestExportInput> {
  /** False: nothing has worked at it yet. */
  isDone?: boolean;
}

/** An export of somebody's, of the accounts unless told, made at once. */
export async function makeExport(
  tenant: TestTenant,
  actor: TenantActor,
  { isDone = true, ...input }: Wish = {},
): Promise<ListExport> {
  const asked = await requestExport(actor, requestExportInput.parse({ list: "accounts", ...input }), EXPORT_SOURCES);
  if (isDone) await workAt(tenant, asked.id);
  return asked;
}

/** Does the job of an export. */
export async function workAt(tenant: TestTenant, id: string): Promise<void> {
  await runExport({ tenant_id: tenant.id, export_id: id }, EXPORT_SOURCES, await documentStorage());
}

/** The bytes of a finished export, whoever may download it. */
export async function storedFile(tenant: TestTenant, id: string): Promise<Buffer> {
  const [row] = await asOwner<{ storage_key: string }>(
    tenant.database,
    "select storage_key from exports where id = $1",
    [id],
  );
  const stream = await (await documentStorage()).get(row?.storage_key ?? "", null);
  return Buffer.from(await new Response(stream).arrayBuffer());
}
