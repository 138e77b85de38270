import { findCurrency } from "../currencies";
import { ProviderError } from "./provider";

/**
 * Decimals by which Stripe counts a currency, where they are not those of ISO 4217: kept for old integrations (ISK, UGX
 * are sent with two decimals that must be zero) or because the smallest unit has gone out of use (MGA).
 */
const STRIPE_EXPONENTS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Stripe takes three decimals only where the last one is zero. */
const STEP_OF_THREE_DECIMALS = 10;

/**
 * An amount in minor units of ISO 4217 as Stripe counts it.
 * @throws ProviderError `refused` for an amount that Stripe cannot express
 */
export function toStripeAmount(amountMinor: number, currency: string): number {
  const isoExponent = findCurrency(currency)?.exponent;
  if (isoExponent === undefined) throw new ProviderError("refused", `Stripe does not know the currency ${currency}`);
  const shift = (STRIPE_EXPONENTS[currency] ?? isoExponent) - isoExponent;
  const amount = shift >= 0 ? amountMinor * 10 ** shift : amountMinor / 10 ** -shift;
  if (!Number.isSafeInteger(amount) || (isoExponent === 3 && amount % STEP_OF_THREE_DECIMALS !== 0))
    throw new ProviderError("refused", `Stripe cannot move fractions this small in ${currency}`);
  return amount;
}
