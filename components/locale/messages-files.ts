import type { Locale } from "@/lib/locale";

/** The part of the site whose texts a browser needs: `common` are those of all pages, the others are put beside them. */
export type MessagesSection = "common" | "dashboard" | "admin";

const en = {
  common: () => import("@/lib/messages/en/client/common"),
  dashboard: () => import("@/lib/messages/en/client/dashboard"),
  admin: () => import("@/lib/messages/en/client/admin"),
};

const de = {
  common: () => import("@/lib/messages/de/client/common"),
  dashboard: () => import("@/lib/messages/de/client/dashboard"),
  admin: () => import("@/lib/messages/de/client/admin"),
};

/**
 * The texts of each part of the site. Each is a file of its own, which the browser keeps: in a page they would be sent
 * with every page. The pseudo language is made of the English ones.
 */
export const MESSAGES_FILES = { en, de, "ar-XB": en } satisfies Record<Locale, Record<MessagesSection, () => unknown>>;
