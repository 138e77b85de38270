import { Ban, Check, Clock, type LucideIcon, Pause, TriangleAlert, X } from "lucide-react";
import type { BadgeTone } from "@/components/ui/badge";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { DELIVERY_STATUSES, ENDPOINT_STATUSES } from "@/lib/webhook-endpoints/names";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";

export interface StatusLook {
  label: string;
  tone: BadgeTone;
  icon: LucideIcon;
  meaning: string;
}

/** How an endpoint does: enabled is well, unless its last requests failed. */
export function endpointLook({ status, failing_since, disabled_reason }: WebhookEndpoint): StatusLook {
  if (status === "disabled") {
    const meaning = {
      manual: "Switched off by hand: events are held until it is on again",
      failing: "Nothing arrived for three days, so it was switched off: events are held",
      gone: "It answered that it wants no more (410), so it was switched off",
    }[disabled_reason ?? "manual"];
    return disabled_reason === "manual"
      ? { label: "Paused", tone: "neutral", icon: Pause, meaning }
      : { label: "Switched off", tone: "danger", icon: Ban, meaning };
  }
  if (failing_since)
    return { label: "Failing", tone: "warning", icon: TriangleAlert, meaning: "Its last request was not received" };
  return { label: "Enabled", tone: "success", icon: Check, meaning: "Events are sent to it" };
}

export const DELIVERY_LOOKS: Readonly<Record<WebhookDelivery["status"], StatusLook>> = {
  pending: { label: "Pending", tone: "info", icon: Clock, meaning: "On its way, or waiting for the next try" },
  succeeded: { label: "Received", tone: "success", icon: Check, meaning: "Answered with a status from 200 to 299" },
  failed: { label: "Failed", tone: "danger", icon: X, meaning: "Given up after the last try" },
  held: {
    label: "Held",
    tone: "neutral",
    icon: Pause,
    meaning: "The endpoint was off: it can be sent once that is on",
  },
};

export const ENDPOINT_STATUS_OPTIONS = ENDPOINT_STATUSES.map((value) => ({
  value,
  label: value === "enabled" ? "Enabled" : "Off",
}));

export const DELIVERY_STATUS_OPTIONS = DELIVERY_STATUSES.map((value) => ({
  value,
  label: DELIVERY_LOOKS[value].label,
}));

export const DELIVERY_STATUS_TABS = [{ value: null, label: "All" }, ...DELIVERY_STATUS_OPTIONS];
