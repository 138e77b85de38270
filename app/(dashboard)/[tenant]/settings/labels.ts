import { CURRENCIES } from "@/lib/currencies";
import { formatAmount } from "@/lib/money";
import { BUILT_IN_ROLES } from "@/lib/permissions";
import { REFUND_LIMIT_API_KEY, type RefundAmountPerCurrency, type RefundRoleLimit } from "@/lib/refund-limits";
import type { SettingName } from "@/lib/tenant-settings";

/** What people call each setting. */
export const SETTING_LABELS: Readonly<Record<SettingName, string>> = {
  default_currency: "Default currency",
  time_zone: "Time zone",
  allowed_currencies: "Allowed currencies",
  allowed_countries: "Allowed countries",
  refund_role_limits: "Refund limits of roles",
  refund_daily_limits: "Refund limits of a day",
  refund_approval_thresholds: "Second person above",
  refund_approval_days: "Time to decide",
  mandatory_second_factor: "Second factor for everybody",
  ask_before_visits: "Ask before visits",
  longest_key_lifetime_days: "Longest life of an access key",
  unused_key_days: "Revoke unused access keys",
  mask_personal_data_in_webhooks: "Mask personal data in webhooks",
  audit_retention_months: "Keep the audit log",
};

/** What counts where a setting is set nowhere. */
const UNSET_TEXTS: Readonly<Record<SettingName, string>> = {
  default_currency: "none",
  time_zone: "UTC",
  allowed_currencies: "all",
  allowed_countries: "all",
  refund_role_limits: "no limits",
  refund_daily_limits: "no limits",
  refund_approval_thresholds: "no refund needs a second person",
  refund_approval_days: "7 days",
  mandatory_second_factor: "no",
  ask_before_visits: "no",
  longest_key_lifetime_days: "any",
  unused_key_days: "never",
  mask_personal_data_in_webhooks: "as each endpoint says",
  audit_retention_months: "for ever",
};

const NUMBER_UNITS: Partial<Record<SettingName, string>> = {
  refund_approval_days: "days",
  longest_key_lifetime_days: "days",
  unused_key_days: "days",
  audit_retention_months: "months",
};

/** Names of roles by key or id, as limits name them. */
export type RoleNames = Readonly<Record<string, string>>;

/** A role as a limit names it; one that is gone keeps its place, so that somebody takes its line away. */
export function roleLabel(role: string, names: RoleNames): string {
  if (role === REFUND_LIMIT_API_KEY) return "Each access key";
  const builtIn = Object.hasOwn(BUILT_IN_ROLES, role) ? BUILT_IN_ROLES[role as keyof typeof BUILT_IN_ROLES].name : null;
  return names[role] ?? builtIn ?? "Role that is gone";
}

const isCurrency = new Set<string>(CURRENCIES.map(({ code }) => code));

/** A setting's value in words, for the line that says what counts, and for the history. */
export function settingText(name: SettingName, value: unknown, roles: RoleNames): string {
  if (value === null || value === undefined) return UNSET_TEXTS[name];
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return `${value} ${NUMBER_UNITS[name] ?? ""}`.trim();
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map((line) => lineText(line, roles)).join(", ");
}

function lineText(line: unknown, roles: RoleNames): string {
  if (typeof line !== "object" || line === null) return String(line);
  if ("role" in line) return roleLimitText(line as RefundRoleLimit, roles);
  if ("amount" in line) {
    const { amount, currency } = line as RefundAmountPerCurrency[number];
    return money(amount, currency);
  }
  return JSON.stringify(line);
}

function roleLimitText({ role, currency, one_refund, per_day }: RefundRoleLimit, roles: RoleNames): string {
  const parts = [
    one_refund !== null && `${money(one_refund, currency)} at once`,
    per_day !== null && `${money(per_day, currency)} a day`,
  ].filter(Boolean);
  return `${roleLabel(role, roles)} ${parts.join(" and ")}`;
}

// Old versions may hold what today's schema would refuse.
function money(amountMinor: number, currency: string): string {
  return isCurrency.has(currency) ? formatAmount(amountMinor, currency) : `${amountMinor} ${currency}`;
}
