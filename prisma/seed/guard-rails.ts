import type { MemberActor } from "../../lib/actor";
import { parseListParams } from "../../lib/list-query";
import { listPaymentIntents } from "../../lib/payment-intents/queries";
import { paymentIntentList } from "../../lib/payment-intents/schema";
import { rejectRefund } from "../../lib/refunds/approvals";
import { createRefund } from "../../lib/refunds/commands";
import { createRefundInput } from "../../lib/refunds/schema";
import { updateTenantConfig } from "../../lib/tenant-configs/commands";
import { getTenantConfig } from "../../lib/tenant-configs/queries";

/** Minor units by currency: about 500 euros each. */
const THRESHOLDS = [
  { currency: "EUR", amount: 50_000 },
  { currency: "USD", amount: 50_000 },
  { currency: "CHF", amount: 50_000 },
  { currency: "HUF", amount: 20_000_000 },
  { currency: "JPY", amount: 80_000 },
];

const ASKED = [
  { reason: "requested_by_customer", comment: "Wedding party cancelled two weeks ahead, agreed with the hotel" },
  { reason: "duplicate", comment: "The agency paid the same stay again" },
  { reason: "other", comment: "Wants his money back, no reason given" },
] as const;

/** Refunds that wait for a second person, and one that did not get its agreement. */
export async function seedGuardRails(owner: MemberActor, asker: MemberActor, approver: MemberActor): Promise<void> {
  const { version } = await getTenantConfig(owner);
  await updateTenantConfig(owner, { version, refund_approval_thresholds: THRESHOLDS, unused_key_days: 180 });
  const wanted = { status: "PROCESSED", currency: "EUR", amount_min: "60000" };
  const payments = (
    await listPaymentIntents(asker, parseListParams(paymentIntentList, wanted, { mode: "strict" }).query)
  ).items;
  const made: string[] = [];
  for (const [index, given] of ASKED.entries()) {
    // Those of the first ones are refunded by others.
    const payment = payments.filter(({ refundable_amount: left }) => left > 50_000).at(-1 - index);
    if (!payment) throw new Error("the demo has too few large payments for its approvals");
    const { id } = await createRefund(asker, createRefundInput.parse({ payment_intent_id: payment.id, ...given }));
    made.push(id);
  }
  const [last] = made.slice(-1);
  if (last) await rejectRefund(approver, { id: last, comment: "The guest did stay, and the rate was not refundable" });
}
