import type { MAIL_STATUSES } from "@/lib/mails/schema";

type Status = (typeof MAIL_STATUSES)[number];

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  queued: "Waiting",
  sent: "Sent",
  failed: "Failed",
  kept: "In the outbox",
};

export const STATUS_TONES = { queued: "info", sent: "success", failed: "danger", kept: "neutral" } as const;

/** `new_sign_in` → "New sign in". */
export function kindLabel(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
