import { z } from "zod";
import { fieldError } from "./errors";
import { countryCode, currencyCode } from "./validation";

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
    .transform((codes) => [...new Set(codes)].sort())
    .meta({
      examples: [["EUR", "USD"]],
      description: "Currencies of new accounts and payment intents; without it: all",
    }),
  allowed_countries: z
    .array(countryCode)
    .min(1, "Name at least one, or clear it with null")
    .max(300)
    .transform((codes) => [...new Set(codes)].sort())
    .meta({ examples: [["ES", "PT"]], description: "Countries of new accounts; without it: all" }),
  longest_key_lifetime_days: z
    .int()
    .min(1)
    .max(3650)
    .meta({
      examples: [365],
      description: "A new access key ends after so many days at the latest; without it: never",
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
