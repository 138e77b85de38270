import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { deleteAccount, restoreAccount } from "./commands";

/** Soft-deletes accounts; of a branch that is named as a whole, those below come first. */
export function deleteAccounts(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, deleteAccount, { dependOnEachOther: true });
}

/** Brings deleted accounts back; of a branch that is named as a whole, those above come first. */
export function restoreAccounts(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, restoreAccount, { dependOnEachOther: true });
}
