import { statusLabel } from "@/components/ui/status-badge";
import { PAYMENT_INTENT_STATUSES } from "@/lib/payment-intents/lifecycle";

/** The statuses to choose from, in the order of a payment's life. */
export const STATUS_OPTIONS = PAYMENT_INTENT_STATUSES.map((value) => ({ value, label: statusLabel(value) }));

export const STATUS_TABS = [{ value: null, label: "All" }, ...STATUS_OPTIONS];
