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
  return {
    id: payment.id,
    reference: payment.reference,
    amount: payment.amount,
    currency: payment.currency,
    status: payment.status,
    account: { name: payment.account.name },
    customer_email: payment.customer_email,
    customer_phone: payment.customer_phone,
    processing_amount: payment.processing_amount,
    processing_currency: payment.processing_currency,
    failure_reason: payment.failure_reason,
    created_at: payment.created_at,
    updated_at: payment.updated_at,
  };
}
