import { statusLabel } from "@/components/ui/status-badge";
import type { Texts } from "@/lib/messages/texts";
import { PAYMENT_INTENT_STATUSES } from "@/lib/payment-intents/lifecycle";
import type { ProviderName } from "@/lib/provider-names";

/** The statuses to choose from, in the order of a payment's life. */
export function statusOptions(sentence: (english: string) => string) {
  return PAYMENT_INTENT_STATUSES.map((value) => ({ value, label: sentence(statusLabel(value)) }));
}

/** The statuses as tabs; `all` is the name of the first one. */
export function statusTabs(sentence: (english: string) => string, all: string) {
  return [{ value: null, label: all }, ...statusOptions(sentence)];
}

/** A provider's name, at the beginning of a sentence. */
export function providerLabel(t: Texts<"client.payments">, provider: ProviderName): string {
  return t(`providers.${provider}`);
}
