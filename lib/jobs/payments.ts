import type { JobInput } from "../job-names";
import { applyPaymentEvent, dismissEvent, findWebhookEvent, noteRefundEvent } from "../payment-intents/events";
import { cancelAtProvider, confirmAtProvider, settlePayment } from "../payment-intents/jobs";
import { providerOf } from "../providers";
import { settleRefund } from "../refunds/jobs";
import { settle } from "../sandbox/bank";
import { notify } from "../sandbox/notify";
import { outside } from "../tenant-db";

/** Payments that one sweep takes on; what is left comes a minute later. */
const SWEEP_LIMIT = 500;
const KEEP_EVENTS_DAYS = 90;

/** The jobs of payments on their way, and those of the sandbox provider. */
export const PAYMENT_HANDLERS = {
  "payments.confirm": (input: JobInput<"payments.confirm">) => confirmAtProvider(input, providerOf),
  "payments.cancel": (input: JobInput<"payments.cancel">) => cancelAtProvider(input, providerOf),
  "payments.settle": (input: JobInput<"payments.settle">) => settlePayment(input, providerOf),
  "payments.sweep": async () => {
    await outside.sweepPayments(SWEEP_LIMIT);
  },
  "payments.apply_event": applyEvent,
  "payments.purge_events": async () => {
    await outside.purgeWebhooks(KEEP_EVENTS_DAYS);
  },
  "sandbox.settle": ({ reference }: JobInput<"sandbox.settle">) => settle(reference),
  "sandbox.notify": ({ event_id }: JobInput<"sandbox.notify">) => notify(event_id),
};

/** Works a provider's webhook off, once, whichever of its duplicates and in whichever order they came. */
async function applyEvent({ tenant_id, provider, event_id }: JobInput<"payments.apply_event">): Promise<void> {
  if (tenant_id === null) throw new Error("A provider's event belongs to a tenant");
  const payload = await findWebhookEvent(tenant_id, provider, event_id);
  if (payload === null) return;
  const event = providerOf(provider).parseEvent(payload);
  const { subject } = event;
  if (subject === null) return dismissEvent(tenant_id, provider, event_id);
  if (subject.kind === "payment")
    return applyPaymentEvent(tenant_id, provider, event, subject.paymentIntentId, subject.payment);
  const isChanged = await settleRefund(tenant_id, subject.refundId, subject.refund);
  await noteRefundEvent(tenant_id, provider, event, subject, isChanged ? "applied" : "ignored");
}
