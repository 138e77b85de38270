/** The pages of a person's own account, in their order. */
export const ACCOUNT_TABS = [
  { label: "Profile", href: "/me/profile" },
  { label: "Security", href: "/me/security" },
  { label: "Sessions", href: "/me/sessions" },
  { label: "Notifications", href: "/me/notifications" },
] as const;

/** The way to them, in the menu of the person. */
export const ACCOUNT_LINKS = [{ label: "My account", href: ACCOUNT_TABS[0].href }] as const;
