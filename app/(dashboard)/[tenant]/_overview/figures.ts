import { addMinor } from "@/lib/money";
import type { PaymentVolume, VolumeFigures } from "@/lib/payment-intents/totals-schema";
import type { Bucket } from "@/lib/time-buckets";

/** Counts, and sums in minor units of one currency. */
export type Figures = Omit<VolumeFigures, "currency">;

export const NOTHING: Figures = {
  payment_count: 0,
  processed_count: 0,
  processed_amount: 0,
  failed_count: 0,
  refund_count: 0,
  refunded_amount: 0,
};

/** The sum of figures of one currency. */
export function sumOf(figures: readonly Figures[]): Figures {
  return figures.reduce(
    (sum, one) => ({
      payment_count: sum.payment_count + one.payment_count,
      processed_count: sum.processed_count + one.processed_count,
      processed_amount: addMinor(sum.processed_amount, one.processed_amount),
      failed_count: sum.failed_count + one.failed_count,
      refund_count: sum.refund_count + one.refund_count,
      refunded_amount: addMinor(sum.refunded_amount, one.refunded_amount),
    }),
    NOTHING,
  );
}

/** Currencies in the order of how many payments and refunds they have; amounts of several are never compared. */
export function currenciesOf(accounts: PaymentVolume["accounts"]): string[] {
  const counts = new Map<string, number>();
  for (const { currency, payment_count, refund_count } of accounts)
    counts.set(currency, (counts.get(currency) ?? 0) + payment_count + refund_count);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([currency]) => currency);
}

/** What went back is taken off on the day it went back. */
export function netOf({ processed_amount, refunded_amount }: Figures): number {
  return addMinor(processed_amount, -refunded_amount);
}

/** Of the payments that were collected or failed, the part that was collected; `null` if there was none. */
export function rateOf({ processed_count, failed_count }: Figures): number | null {
  const ended = processed_count + failed_count;
  return ended > 0 ? processed_count / ended : null;
}

/** What one payment brought, in minor units; `null` if none was collected. */
export function averageOf({ processed_count, processed_amount }: Figures): number | null {
  return processed_count > 0 ? Math.round(processed_amount / processed_count) : null;
}

/** The figures of each bucket, in their order. */
export function figuresByBucket(
  series: PaymentVolume["series"],
  currency: string,
  buckets: readonly Bucket[],
): Figures[] {
  const found = new Map(series.filter((one) => one.currency === currency).map((one) => [one.from, one]));
  return buckets.map(({ from }) => found.get(from) ?? NOTHING);
}

/** How one value differs from another, as a part of it: "new" where there was none before. */
export function changeOf(value: number | null, before: number | null): number | "new" | null {
  if (value === null || before === null || (value === 0 && before === 0)) return null;
  return before === 0 ? "new" : (value - before) / Math.abs(before);
}
