import { z } from "zod";
import { fieldError } from "./errors";
import { REFUND_LIMIT_API_KEY, refundAmountPerCurrency, refundRoleLimits } from "./refund-limits";
import { countryCode, currencyCode, timeZone } from "./validation";

/**
 * What a tenant can set about itself. Only settings that something obeys are here; a feature that obeys another one
 * brings it along.
 */
export const tenantSettings = z.object({
  default_currency: currencyCode.meta({ description: "Currency of a new account that names none" }),
  allowed_currencies: z
    .array(currencyCode)
    .min(1, "Name at least one, or clear it with null")
    .max(200)
    .overwrite((codes) => [...new Set(codes)].sort())
    .meta({
      examples: [["EUR", "USD"]],
      description: "Currencies of new accounts and payment intents; without it: all",
    }),
  allowed_countries: z
    .array(countryCode)
    .min(1, "Name at least one, or clear it with null")
    .max(300)
    .overwrite((codes) => [...new Set(codes)].sort())
    .meta({ examples: [["ES", "PT"]], description: "Countries of new accounts; without it: all" }),
  mandatory_second_factor: z.boolean().meta({
    examples: [true],
    description: "Members enter with a second factor only; the others are led to set one up",
  }),
  ask_before_visits: z.boolean().meta({
    examples: [true],
    description:
      "A platform admin who wants to step in waits until a member who may change settings agrees; without it: they step in and " +
      "the audit log tells of it",
  }),
  longest_key_lifetime_days: z
    .int()
    .min(1)
    .max(3650)
    .meta({
      examples: [365],
      description: "A new access key ends after so many days at the latest; without it: never",
    }),
  time_zone: timeZone.meta({ description: "Whose midnight begins a day of the daily refund limits; without it: UTC" }),
  unused_key_days: z
    .int()
    .min(7)
    .max(1095)
    .meta({
      examples: [90],
      description: "An access key that was not used for so many days is revoked; without it: never",
    }),
  refund_role_limits: refundRoleLimits.meta({
    examples: [[{ role: "refunds", currency: "EUR", one_refund: 50_000, per_day: 200_000 }]],
    description:
      "What one person of a role may refund, in minor units: at once, and in a day. `role` is the key of a built-in role, the id " +
      `of another one, or \`${REFUND_LIMIT_API_KEY}\` for each access key. Of several roles the most generous counts; a role ` +
      "with limits may refund only in currencies that they name",
  }),
  refund_daily_limits: refundAmountPerCurrency.meta({
    examples: [[{ currency: "EUR", amount: 1_000_000 }]],
    description:
      "What everybody together may refund in a day, by currency, in minor units; a currency without one has no limit",
  }),
  refund_approval_thresholds: refundAmountPerCurrency.meta({
    examples: [[{ currency: "EUR", amount: 100_000 }]],
    description:
      "A refund above this amount, in minor units, needs a second person, and so does every refund in a currency that is not " +
      "named; without it: none does",
  }),
  refund_approval_days: z
    .int()
    .min(1)
    .max(30)
    .meta({
      examples: [7],
      description: "A refund that nobody has approved or rejected after so many days is called off; without it: 7",
    }),
  mask_personal_data_in_webhooks: z.boolean().meta({
    examples: [true],
    description:
      "true: customers' e-mail addresses and phone numbers are masked in everything that webhook endpoints are sent, also where an " +
      "endpoint asks for them; without it: each endpoint says",
  }),
  audit_retention_months: z
    .int()
    .min(12)
    .max(120)
    .meta({
      examples: [84],
      description: "Audit rows older than so many months are removed; without it: never",
    }),
});

export type TenantSettings = Partial<z.output<typeof tenantSettings>>;
export type SettingName = keyof z.output<typeof tenantSettings>;
export const SETTING_NAMES = Object.keys(tenantSettings.shape) as SettingName[];

/** The settings among what is stored. Templates may hold words of features to come, or of ones long gone. */
export function readSettings(stored: unknown): TenantSettings {
  const given: Record<string, unknown> = typeof stored === "object" && stored !== null ? { ...stored } : {};
  const entries = SETTING_NAMES.flatMap((name) => {
    const parsed = tenantSettings.shape[name].safeParse(given[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(entries);
}

/** @throws AppError that names the field whose currency the tenant does not take */
export function requireCurrency(settings: TenantSettings, field: string, currency: string | null | undefined): void {
  requireOneOf(settings.allowed_currencies, field, currency, "This tenant takes no payments in");
}

/** @throws AppError that names the field whose country the tenant does not work in */
export function requireCountry(settings: TenantSettings, field: string, country: string | null | undefined): void {
  requireOneOf(settings.allowed_countries, field, country, "This tenant takes no accounts in");
}

function requireOneOf(allowed: string[] | undefined, field: string, code: string | null | undefined, what: string) {
  if (allowed && code && !allowed.includes(code)) throw fieldError(field, `${what} ${code}`);
}

/** The latest end of a key that is made at `nowMs`, or null if keys may live forever. */
export function latestKeyExpiry(settings: TenantSettings, nowMs: number): Date | null {
  const days = settings.longest_key_lifetime_days;
  return days === undefined ? null : new Date(nowMs + days * 86_400_000);
}
