import type { PaymentIntent } from "@/lib/payment-intents/schema";

/** Of a payment, what the columns of its list show: the rest need not travel with every row. */
export type PaymentRow = Pick<
  PaymentIntent,
  | "id"
  | "reference"
  | "amount"
  | "currency"
  | "status"
  | "customer_email"
  | "customer_phone"
  | "processing_amount"
  | "processing_currency"
  | "failure_reason"
  | "created_at"
  | "updated_at"
> & { account: Pick<PaymentIntent["account"], "name"> };

/** The row of a payment. */
export function paymentRow(payment: PaymentIntent): PaymentRow {
  const { id, reference, amount, currency, status, customer_email, customer_phone } = payment;
  const { processing_amount, processing_currency, failure_reason, created_at, updated_at } = payment;
  return {
    ...{ id, reference, amount, currency, status, customer_email, customer_phone },
    account: { name: payment.account.name },
    ...{ processing_amount, processing_currency, failure_reason, created_at, updated_at },
  };
}
