import { Ban, Check, Clock, Hourglass, type LucideIcon } from "lucide-react";
import type { BadgeTone } from "@/components/ui/badge";
import { API_KEY_STATES } from "@/lib/api-keys/names";
import type { ApiKey } from "@/lib/api-keys/schema";

export interface KeyStateLook {
  label: string;
  tone: BadgeTone;
  icon: LucideIcon;
  meaning: string;
}

export const KEY_STATES: Readonly<Record<ApiKey["state"], KeyStateLook>> = {
  live: { label: "Live", tone: "success", icon: Check, meaning: "Requests with it are answered" },
  expiring: {
    label: "Expiring",
    tone: "warning",
    icon: Hourglass,
    meaning: "Rotated: a newer key has taken its place, and it still works until it expires",
  },
  expired: {
    label: "Expired",
    tone: "neutral",
    icon: Clock,
    meaning: "Its time is over: requests with it are refused",
  },
  revoked: { label: "Revoked", tone: "danger", icon: Ban, meaning: "Ended by hand: requests with it are refused" },
};

/** The states to choose from, in the order of a key's life. */
export const STATE_OPTIONS = API_KEY_STATES.map((value) => ({ value, label: KEY_STATES[value].label }));

export const STATE_TABS = [{ value: null, label: "All" }, ...STATE_OPTIONS];
