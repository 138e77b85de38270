/** The two sides of a payment; the provider moves `processing` where there is one. */
export interface ChargedSides {
  amount: number;
  currency: string;
  processing_amount: number | null;
  processing_currency: string | null;
}

export interface Charge {
  /** In minor units of `currency`. */
  amountMinor: number;
  currency: string;
}

/** What the provider moves: the processing side of a payment, else its billing side. */
export function chargeOf(payment: ChargedSides): Charge {
  const { processing_amount: amountMinor, processing_currency: currency } = payment;
  return amountMinor === null || currency === null
    ? { amountMinor: payment.amount, currency: payment.currency }
    : { amountMinor, currency };
}

/**
 * The part of the charge that a refund gives back. Refunds are in the payment's own currency; where the provider moved
 * another one, each gives its share, and all of them together give back exactly what was charged.
 * @param refundedBefore sum of the refunds before this one, in minor units of the payment's currency
 * @param amountMinor this refund's amount, in the same units
 */
export function chargedShareOf(payment: ChargedSides, refundedBefore: number, amountMinor: number): Charge {
  const charge = chargeOf(payment);
  if (payment.amount === 0) return { amountMinor: 0, currency: charge.currency };
  // As integers of any size: the product of two amounts does not fit a number.
  const share = (refunded: number) => Number((BigInt(charge.amountMinor) * BigInt(refunded)) / BigInt(payment.amount));
  return { amountMinor: share(refundedBefore + amountMinor) - share(refundedBefore), currency: charge.currency };
}
