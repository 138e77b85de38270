import { CURRENCIES } from "@/lib/currencies";
import { type Locale, numbersOf } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";
import { formatAmount } from "@/lib/money";
import { BUILT_IN_ROLES } from "@/lib/permissions";
import { REFUND_LIMIT_API_KEY, type RefundAmountPerCurrency, type RefundRoleLimit } from "@/lib/refund-limits";
import { SETTING_NAMES, type SettingName } from "@/lib/tenant-settings";

type SettingTexts = Texts<"client.settings">;

/** What people call each setting. */
export function settingLabels(t: SettingTexts): Record<string, string> {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, t(`names.${name}`)]));
}

const NUMBER_UNITS: Partial<Record<SettingName, "days" | "months">> = {
  refund_approval_days: "days",
  longest_key_lifetime_days: "days",
  unused_key_days: "days",
  audit_retention_months: "months",
};

/** Names of roles by key or id, as limits name them. */
export type RoleNames = Readonly<Record<string, string>>;

/** A role as a limit names it; one that is gone keeps its place, so that somebody takes its line away. */
export function roleLabel(t: SettingTexts, role: string, names: RoleNames): string {
  if (role === REFUND_LIMIT_API_KEY) return t("eachKey");
  const builtIn = Object.hasOwn(BUILT_IN_ROLES, role) ? BUILT_IN_ROLES[role as keyof typeof BUILT_IN_ROLES].name : null;
  return names[role] ?? builtIn ?? t("roleGone");
}

const isCurrency = new Set<string>(CURRENCIES.map(({ code }) => code));

/** What a value's words need beside the texts. */
export interface SettingWords {
  roles: RoleNames;
  /** The page's language, in whose way amounts are written. */
  locale: Locale;
}

/** A setting's value in words, for the line that says what counts, and for the history. */
export function settingText(t: SettingTexts, name: SettingName, value: unknown, words: SettingWords): string {
  if (value === null || value === undefined) return t(`unset.${name}`);
  if (typeof value === "boolean") return t(value ? "values.yes" : "values.no");
  if (typeof value === "number") {
    const unit = NUMBER_UNITS[name];
    return unit ? t(`values.${unit}`, { count: value }) : String(value);
  }
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map((line) => lineText(t, line, words)).join(", ");
}

function lineText(t: SettingTexts, line: unknown, words: SettingWords): string {
  if (typeof line !== "object" || line === null) return String(line);
  if ("role" in line) return roleLimitText(t, line as RefundRoleLimit, words);
  if ("amount" in line) {
    const { amount, currency } = line as RefundAmountPerCurrency[number];
    return money(amount, currency, words.locale);
  }
  return JSON.stringify(line);
}

function roleLimitText(t: SettingTexts, limit: RefundRoleLimit, { roles, locale }: SettingWords): string {
  const { currency, one_refund, per_day } = limit;
  const role = roleLabel(t, limit.role, roles);
  const [once, day] = [one_refund, per_day].map((amount) => (amount === null ? null : money(amount, currency, locale)));
  if (once && day) return t("values.limits", { role, once, day });
  if (once) return t("values.limitOnce", { role, once });
  return day ? t("values.limitDay", { role, day }) : role;
}

// Old versions may hold what today's schema would refuse.
function money(amountMinor: number, currency: string, locale: Locale): string {
  return isCurrency.has(currency)
    ? formatAmount(amountMinor, currency, numbersOf(locale))
    : `${amountMinor} ${currency}`;
}
