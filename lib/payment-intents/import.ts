import { v7 as uuidV7 } from "uuid";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { tenantWrite } from "../tenant-db";
import type { ImportPaymentIntentInput } from "./schema";

/** One line of a file that has passed all checks. */
export interface PaymentIntentLine {
  /** Number in the file: payments of the same moment keep the file's order. */
  line: number;
  /** 32 bytes that know the line again. */
  line_key: Uint8Array<ArrayBuffer>;
  account_id: string;
  input: ImportPaymentIntentInput;
}

export interface PaymentIntentBatch {
  import_id: string;
  source: string;
  lines: readonly PaymentIntentLine[];
}

/**
 * Makes the payment intents of some hundred lines, and marks the lines as imported: both or neither, in a fixed number
 * of statements. A system actor's payments keep the time that the file gives; the server sets everyone else's.
 * @throws AppError `already_exists` if one of the lines has been imported already; then nothing was written
 */
export async function importPaymentIntents(actor: TenantActor, batch: PaymentIntentBatch): Promise<void> {
  const { tenantId } = actor;
  const rows = batch.lines.map((line) => ({ ...line, id: idOf(line) }));
  await tenantWrite(
    actor,
    "payment_intents:import",
    "payment_intents.import",
    async (db) => {
      await db.paymentIntent.createMany({
        data: rows.map(({ id, account_id, input }) => ({
          tenantId,
          id,
          accountId: account_id,
          billingAmount: input.billing_amount,
          billingCurrency: input.billing_currency,
          processingAmount: input.processing_amount,
          processingCurrency: input.processing_currency,
          status: input.status,
          failureReason: input.failure_reason,
          customerEmail: input.customer_email,
          customerPhone: input.customer_phone,
          reference: input.reference,
          metadata: input.metadata as Record<string, never>,
          ...(input.created_at === null ? {} : { createdAt: new Date(input.created_at) }),
        })),
      });
      await db.importLine.createMany({
        data: rows.map(({ id, account_id, line_key }) => ({
          tenantId,
          source: batch.source,
          lineKey: line_key,
          importId: batch.import_id,
          accountId: account_id,
          paymentIntentId: id,
        })),
      });
    },
    {
      constraints: {
        import_lines_pkey: () => new AppError("already_exists", "One of the lines has been imported already"),
      },
      // Run a second time after a COMMIT whose answer was lost, it meets its own lines.
      idempotent: true,
    },
  );
}

// Lists run by id, so the id must be of the payment's own time.
function idOf({ line, input }: PaymentIntentLine): string {
  return uuidV7({ msecs: input.created_at === null ? Date.now() : Date.parse(input.created_at), seq: line });
}
