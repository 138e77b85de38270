import { Ban, Check, Clock, Hourglass, type LucideIcon } from "lucide-react";
import type { BadgeTone } from "@/components/ui/badge";
import { API_KEY_STATES } from "@/lib/api-keys/names";
import type { ApiKey } from "@/lib/api-keys/schema";
import type { Texts } from "@/lib/messages/texts";

export interface KeyStateLook {
  tone: BadgeTone;
  icon: LucideIcon;
}

export const KEY_STATES: Readonly<Record<ApiKey["state"], KeyStateLook>> = {
  live: { tone: "success", icon: Check },
  expiring: { tone: "warning", icon: Hourglass },
  expired: { tone: "neutral", icon: Clock },
  revoked: { tone: "danger", icon: Ban },
};

/** The states to choose from, in the order of a key's life. */
export function stateOptions(t: Texts<"client.apiKeys">) {
  return API_KEY_STATES.map((value) => ({ value, label: t(`states.${value}`) }));
}

export function stateTabs(t: Texts<"client.apiKeys">) {
  return [{ value: null, label: t("allStates") }, ...stateOptions(t)];
}
