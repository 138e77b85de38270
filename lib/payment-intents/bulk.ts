import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { AppError } from "../errors";
import { metadataProblem } from "../metadata";
import { sql, tenantWrite } from "../tenant-db";
import type { ChangeMetadataInput } from "./bulk-schema";
import { cancelPaymentIntent } from "./commands";

/** Cancels payments that have not been settled. */
export function cancelPaymentIntents(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, cancelPaymentIntent);
}

/** Sets and removes single keys of the metadata of payments, and leaves the others as they are. */
export function changePaymentMetadata(actor: TenantActor, input: ChangeMetadataInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, (each, { id }) => changeMetadata(each, id, input));
}

interface Stored {
  metadata: Record<string, unknown>;
}

async function changeMetadata(
  actor: TenantActor,
  id: string,
  { set, remove }: Pick<ChangeMetadataInput, "set" | "remove">,
): Promise<void> {
  await tenantWrite(actor, "payment_intents:write", "payment_intents.update", async (db) => {
    // Locked: of two who set different keys at once neither loses its key.
    const [stored] = await db.rows<Stored>(
      sql`select p.metadata from payment_intents p
          where p.tenant_id = ${actor.tenantId}::uuid and p.id = ${id}::uuid for update`,
      "payment_intents_lock_metadata",
    );
    if (!stored) throw new AppError("not_found", "Payment intent not found");
    const kept = Object.entries(stored.metadata).filter(([name]) => !remove.includes(name));
    const changed = { ...Object.fromEntries(kept), ...set };
    const problem = metadataProblem(changed);
    if (problem) throw new AppError("conflict", `Its metadata would not be valid: ${problem.message}`);
    if (JSON.stringify(changed) === JSON.stringify(stored.metadata)) return;
    await db.paymentIntent.updateMany({ where: { id }, data: { metadata: changed as Record<string, never> } });
  });
}
