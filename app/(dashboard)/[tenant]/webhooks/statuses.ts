import { Ban, Check, Clock, type LucideIcon, Pause, TriangleAlert, X } from "lucide-react";
import type { BadgeTone } from "@/components/ui/badge";
import type { Texts } from "@/lib/messages/texts";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { DELIVERY_STATUSES, ENDPOINT_STATUSES } from "@/lib/webhook-endpoints/names";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";

type WebhookTexts = Texts<"client.webhooks">;

export interface StatusLook {
  label: string;
  tone: BadgeTone;
  icon: LucideIcon;
  meaning: string;
}

/** How an endpoint does: enabled is well, unless its last requests failed. */
export function endpointLook(t: WebhookTexts, { status, failing_since, disabled_reason }: WebhookEndpoint): StatusLook {
  if (status === "disabled") {
    const meaning = t(`offReasons.${disabled_reason ?? "manual"}`);
    return disabled_reason === "manual"
      ? { label: t("endpointStatus.paused"), tone: "neutral", icon: Pause, meaning }
      : { label: t("endpointStatus.switchedOff"), tone: "danger", icon: Ban, meaning };
  }
  if (failing_since)
    return {
      label: t("endpointStatus.failing"),
      tone: "warning",
      icon: TriangleAlert,
      meaning: t("endpointStatus.failingHelp"),
    };
  return { label: t("endpointStatus.enabled"), tone: "success", icon: Check, meaning: t("endpointStatus.enabledHelp") };
}

const DELIVERY_LOOKS: Readonly<Record<WebhookDelivery["status"], Pick<StatusLook, "tone" | "icon">>> = {
  pending: { tone: "info", icon: Clock },
  succeeded: { tone: "success", icon: Check },
  failed: { tone: "danger", icon: X },
  held: { tone: "neutral", icon: Pause },
};

/** How a delivery went. */
export function deliveryLook(t: WebhookTexts, status: WebhookDelivery["status"]): StatusLook {
  return { ...DELIVERY_LOOKS[status], label: t(`deliveryStatus.${status}`), meaning: t(`deliveryMeanings.${status}`) };
}

export function endpointStatusOptions(t: WebhookTexts) {
  return ENDPOINT_STATUSES.map((value) => ({
    value,
    label: value === "enabled" ? t("endpointStatus.enabled") : t("endpointStatus.off"),
  }));
}

export function deliveryStatusOptions(t: WebhookTexts) {
  return DELIVERY_STATUSES.map((value) => ({ value, label: t(`deliveryStatus.${value}`) }));
}

export function deliveryStatusTabs(t: WebhookTexts) {
  return [{ value: null, label: t("deliveryStatus.all") }, ...deliveryStatusOptions(t)];
}
