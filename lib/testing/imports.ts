import { randomUUID } from "node:crypto";
import type { TenantActor } from "@/lib/actor";
import { createNamedMappingInput } from "@/lib/imports/named-mapping";
import { createNamedMapping, deleteNamedMapping } from "@/lib/imports/named-mapping-commands";
import type { ImportStatus } from "@/lib/imports/record";
import { uploadImportInput } from "@/lib/imports/record";
import type { ImportResource } from "@/lib/imports/schema";
import { uploadImport } from "@/lib/jobs/import-desk";
import { uploadOf } from "@/prisma/seed/sample-files";
import { documentStorage } from "../documents/storage";
import { asOwner, type TestTenant } from "./fixtures";

/** A table of one payment that no other test has. */
export const freshCsv = (): Buffer =>
  Buffer.from(`hotel,amount,currency,status,date,reference\nLisboa,120.50,EUR,paid,2026-01-31,${randomUUID()}\n`);

/** The smallest mapping of payments. */
export const SAMPLE_MAPPING = {
  source: "bookings",
  resource: "payment_intents",
  account: { name: { column: "hotel" } },
  fields: { billing_amount: { formula: "amount" }, billing_currency: { constant: "EUR" } },
};

/** A mapping under a name of its own. Its id. */
export async function makeNamedMapping(tenant: TestTenant, { isDeleted = false } = {}): Promise<string> {
  const input = createNamedMappingInput.parse({ name: randomUUID(), mapping: SAMPLE_MAPPING });
  const { id } = await createNamedMapping(tenant.system, input);
  if (isDeleted) await deleteNamedMapping(tenant.system, { id });
  return id;
}

interface MakeImport {
  actor?: TenantActor;
  bytes?: Uint8Array;
  fileName?: string;
  resource?: ImportResource;
  /** Where it stands, without that anything has been done. */
  status?: ImportStatus | undefined;
}

/** An uploaded file, with the mapping that was guessed, and a file of refused lines if it counts as checked. */
export async function makeImport(
  tenant: TestTenant,
  { actor = tenant.system, bytes = freshCsv(), fileName = "bookings.csv", resource, status }: MakeImport = {},
) {
  const file = await uploadOf(fileName, bytes);
  const made = await uploadImport(actor, uploadImportInput.parse({ file, resource }));
  if (!status) return made;
  const refusals = await uploadOf("refusals.csv", Buffer.from("line,column,value,reason\r\n"));
  const key = await (await documentStorage()).put(tenant.id, refusals);
  await asOwner(tenant.database, "update imports set status = $2, refusals_key = $3 where id = $1", [
    made.id,
    status,
    key,
  ]);
  return made;
}
