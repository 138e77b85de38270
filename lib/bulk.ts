import { z } from "zod";
import { reason } from "./reason";
import { uuid } from "./validation";

/** How many records one request changes at most. */
export const MAX_BULK = 100;

/** The records that are to be changed. */
export const bulkIds = z
  .array(uuid)
  .min(1)
  .max(MAX_BULK)
  .meta({
    examples: [["0190a000-0000-7000-8000-00000000000a"]],
    description: `At most ${MAX_BULK} records; one named twice is done once`,
  });
export const bulkInput = z.strictObject({ ids: bulkIds });
export type BulkInput = z.output<typeof bulkInput>;

/** What the platform's staff do to many records, and why: the reason stands beside each of them. */
export const reasonedBulkInput = bulkInput.extend({ reason });
export type ReasonedBulkInput = z.output<typeof reasonedBulkInput>;

const count = z.int().meta({ examples: [1] });

/** What came of each record, in the order in which they were named. */
export const bulkReport = z.object({
  items: z.array(
    z.object({
      id: uuid,
      outcome: z.enum(["done", "refused"]).meta({ examples: ["done"] }),
      error: z
        .object({
          code: z.string().meta({ examples: ["conflict"] }),
          message: z.string().meta({ examples: ["A payment intent in status PROCESSED cannot be canceled"] }),
        })
        .nullable()
        .meta({ description: "Why it was refused, as the operation for one record would say; null: it is done" }),
    }),
  ),
  done: count.meta({ description: "Records that were done" }),
  refused: count.meta({ description: "Records that stay as they were" }),
});
export type BulkReport = z.infer<typeof bulkReport>;
