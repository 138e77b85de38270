import type { Texts } from "@/lib/messages/texts";

export const STATUS_TONES = { queued: "info", sent: "success", failed: "danger", kept: "neutral" } as const;

/** `password_changed` → "Password changed"; the words of its name for a kind that the catalogue does not have. */
export function kindLabel(t: Texts<"client.adminMail">, kind: string): string {
  // Any key of the catalogue; which one it is, `has` finds out.
  const key = `kinds.${kind}` as "kinds.invitation";
  if (t.has(key)) return t(key);
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
