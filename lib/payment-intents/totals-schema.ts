import { z } from "zod";
import { isCalendarDate, isTimeZone, parseDateTime, startOfDay } from "../time";
import { type Bucket, bucketsOf, INTERVALS, type Interval, intervalFor, MAX_BUCKETS } from "../time-buckets";
import { currencyCode, uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

const dayOrMoment = z
  .string()
  .max(40)
  .refine((text) => isCalendarDate(text) || parseDateTime(text) !== null, "Must be a day or a time with its offset");

const zone = z
  .string()
  .max(64)
  .refine(isTimeZone, "Must be a time zone, such as Europe/Berlin")
  .meta({ examples: ["Europe/Berlin"] });

/** What asks for volume over time. */
export const paymentVolumeInput = z
  .strictObject({
    from: dayOrMoment.meta({ examples: ["2026-01-01"], description: "First day, or moment" }),
    to: dayOrMoment.meta({ examples: ["2026-01-31"], description: "Last day, included, or moment, excluded" }),
    time_zone: zone.default("UTC").meta({ description: "Whose days, weeks and months these are" }),
    interval: z
      .enum(INTERVALS)
      .optional()
      .meta({ examples: ["day"], description: "Absent: as suits the length of the range. Weeks begin on Monday." }),
    account: uuid.optional().meta({ description: "An account and all below it" }),
    currency: currencyCode.optional().meta({ description: "Only what is in this currency" }),
  })
  .superRefine(
    (input, context) => {
      const { from, to, buckets } = partsOf(input);
      if (from >= to) context.addIssue({ code: "custom", path: ["to"], message: "Must be after from" });
      else if (!buckets)
        context.addIssue({ code: "custom", path: ["interval"], message: `Gives more than ${MAX_BUCKETS} parts` });
    },
    { when: ({ issues }) => issues.length === 0 },
  );
export type PaymentVolumeInput = z.output<typeof paymentVolumeInput>;

/** The range that an input means, in moments (ISO 8601), and the parts that it is taken apart into; `null`: too many. */
export function partsOf(
  input: Pick<PaymentVolumeInput, "from" | "to" | "time_zone" | "interval">,
): Bucket & { interval: Interval; buckets: Bucket[] | null } {
  const { time_zone } = input;
  const range = { from: momentOf(input.from, time_zone, 0), to: momentOf(input.to, time_zone, 1) };
  const interval = input.interval ?? intervalFor(range);
  return { ...range, interval, buckets: bucketsOf(range, interval, time_zone) };
}

function momentOf(text: string, timeZone: string, dayOffset: number): string {
  return (parseDateTime(text) ?? startOfDay(text, timeZone, dayOffset)).toISOString();
}

const count = z.int().meta({ examples: [1042] });
const amount = z.int().meta({ examples: [123_456_789] });

const figures = {
  currency: currencyCode,
  payment_count: count.meta({ description: "All payments that were made, whatever became of them" }),
  processed_count: count.meta({ description: "Payments that were collected, refunded ones included" }),
  processed_amount: amount.meta({ description: "Their sum in minor units, before refunds" }),
  failed_count: count,
  refund_count: count.meta({ description: "Refunds that succeeded in this time, of payments of any time" }),
  refunded_amount: amount.meta({ description: "Their sum in minor units" }),
};

/** Payments by the time they were made, and refunds by the time they succeeded. */
export const paymentVolume = z.object({
  from: time,
  to: time.meta({ description: "Excluded" }),
  interval: z.enum(INTERVALS).meta({ examples: ["day"] }),
  time_zone: zone,
  accounts: z
    .array(
      z.object({
        account: z
          .object({ id: uuid, name: z.string() })
          .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }] }),
        ...figures,
      }),
    )
    .meta({ description: "The whole range, by account and currency" }),
  series: z
    .array(z.object({ from: time, to: time, ...figures }))
    .meta({ description: "Each part of the range and each currency in which something happened, in order of time" }),
});
export type PaymentVolume = z.infer<typeof paymentVolume>;
export type VolumeFigures = Omit<PaymentVolume["series"][number], "from" | "to">;
