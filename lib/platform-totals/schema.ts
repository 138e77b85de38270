import { z } from "zod";
import { PROVIDER_NAMES } from "../provider-names";
import { currencyCode } from "../validation";

/** How many days the overview goes back, today included. */
export const TOTALS_RANGES = [30, 90] as const;

const day = z.iso.date().meta({ examples: ["2026-01-31"], description: "In UTC" });
const count = z.int().meta({ examples: [1042] });
const amount = z.int().meta({ examples: [123_456_789], description: "In minor units of the currency" });

export const platformTotalsInput = z.strictObject({
  days: z
    .enum(TOTALS_RANGES.map(String) as [string, ...string[]])
    .transform(Number)
    .default(30)
    .meta({
      override: { type: "integer", format: "int32", minimum: 30, maximum: 90, enum: [...TOTALS_RANGES], default: 30 },
      examples: [30],
      description: "How far back, in days, today included",
    }),
  currency: currencyCode.optional().meta({ description: "Without it: the one with most payments" }),
});
export type PlatformTotalsInput = z.output<typeof platformTotalsInput>;

/** What went through the platform, over all tenants. Amounts are of one currency at a time. */
export const platformTotals = z.object({
  from: day,
  to: day,
  currencies: z
    .array(z.object({ currency: currencyCode, count, amount, refunded_amount: amount }))
    .meta({ description: "Payments that were collected, by currency; the one with most payments first" }),
  currency: currencyCode.nullable().meta({ description: "That of the volume; null: nothing was collected" }),
  volume: z
    .array(z.object({ day, count, amount }))
    .meta({ description: "What was collected in the currency, by the day the payment was made; every day is there" }),
  failures: z
    .array(
      z.object({
        day,
        provider: z
          .enum(PROVIDER_NAMES)
          .nullable()
          .meta({ examples: ["stripe"], description: "Null: not by a provider of ours, such as an import" }),
        count,
      }),
    )
    .meta({ description: "Payments that failed, by the day they were made; only days that have some" }),
  active_tenants: z
    .array(z.object({ day, count }))
    .meta({ description: "Tenants with payments made or requests sent on the day; every day is there" }),
  tenants: z
    .object({ active: z.int(), suspended: z.int(), closed: z.int() })
    .meta({ examples: [{ active: 41, suspended: 1, closed: 3 }] }),
  mails_failed: z.int().meta({ examples: [0], description: "Counted up to 1,000" }),
  jobs_failed: z.int().meta({ examples: [0], description: "Jobs that have given up" }),
});
export type PlatformTotals = z.infer<typeof platformTotals>;
