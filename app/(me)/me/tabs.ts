import type { Texts } from "@/lib/messages/texts";

/** The pages of a person's own account, in their order. */
export const ACCOUNT_TABS = [
  { name: "profile", href: "/me/profile" },
  { name: "security", href: "/me/security" },
  { name: "sessions", href: "/me/sessions" },
  { name: "notifications", href: "/me/notifications" },
] as const;

/** The way to them, in the menu of the person. */
export const accountLinks = (t: Texts<"client.me">) => [{ label: t("title"), href: ACCOUNT_TABS[0].href }];
