import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { deleteDocument, restoreDocument } from "./commands";

/** Soft-deletes versions of documents. */
export function deleteDocuments(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, deleteDocument);
}

/** Brings deleted versions of documents back. */
export function restoreDocuments(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, restoreDocument);
}
