import { statusLabel } from "@/components/ui/status-badge";
import { PAYMENT_INTENT_STATUSES } from "@/lib/payment-intents/lifecycle";
import type { ProviderName } from "@/lib/provider-names";

/** The statuses to choose from, in the order of a payment's life. */
export const STATUS_OPTIONS = PAYMENT_INTENT_STATUSES.map((value) => ({ value, label: statusLabel(value) }));

export const STATUS_TABS = [{ value: null, label: "All" }, ...STATUS_OPTIONS];

const PROVIDER_LABELS: Readonly<Record<ProviderName, string>> = { sandbox: "The sandbox", stripe: "Stripe" };

/** A provider's name, at the beginning of a sentence. */
export function providerLabel(provider: ProviderName): string {
  return PROVIDER_LABELS[provider];
}
