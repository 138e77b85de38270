import { roundTicksBothWays } from "@/components/charts/ticks";
import { formatAmount } from "@/lib/money";

/** Thirty days that look like any month, always the same. */
export const LABELS = Array.from({ length: 30 }, (_, index) => `${index + 1} Nov 2026`);
export const STARTS = LABELS.map((label) => label.slice(0, -5));

export const COLLECTED = LABELS.map((_, index) => 120_000 + ((index * 7_919) % 180_000));
export const REFUNDED = LABELS.map((_, index) => (index * 3_571) % 60_000);
export const NOTHING = LABELS.map(() => 0);

export const inEuro = (amountMinor: number) => formatAmount(amountMinor, "EUR", "en");

/** Lines of a scale from what hangs down to the highest bar, as the overview draws them. */
export function ticksOf(highest: number, lowest = 0) {
  return roundTicksBothWays(highest, lowest).map(({ value, hasRoom }) => ({
    value,
    text: hasRoom ? inEuro(value) : "",
  }));
}
