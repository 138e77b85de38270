import { z } from "zod";
import { currencyCode, uuid } from "../validation";
import { PAYMENT_INTENT_STATUSES } from "./lifecycle";

const sum = {
  currency: currencyCode,
  count: z.int().meta({ examples: [1042] }),
  amount: z.int().meta({ examples: [123_456_789], description: "Sum in minor units" }),
};

/** What was paid and refunded in an account and all below it. */
export const accountTotals = z.object({
  account: z.object({ id: uuid, name: z.string() }).meta({
    examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }],
  }),
  payments: z.array(z.object({ status: z.enum(PAYMENT_INTENT_STATUSES).meta({ examples: ["PROCESSED"] }), ...sum })),
  refunds: z.array(z.object(sum)).meta({ description: "Refunds that succeeded" }),
});
export type AccountTotals = z.infer<typeof accountTotals>;
