import type { TenantConfig } from "@/lib/tenant-configs/schema";

/** The tenant's own value of each setting; null where it has none, so that the template's counts. */
export function ownValues(config: TenantConfig) {
  const of = <T>({ value, source }: { value: T | null; source: string }) => (source === "own" ? value : null);
  const { settings, version } = config;
  return {
    version,
    default_currency: of(settings.default_currency),
    time_zone: of(settings.time_zone),
    allowed_currencies: of(settings.allowed_currencies),
    allowed_countries: of(settings.allowed_countries),
    refund_role_limits: of(settings.refund_role_limits),
    refund_daily_limits: of(settings.refund_daily_limits),
    refund_approval_thresholds: of(settings.refund_approval_thresholds),
    refund_approval_days: of(settings.refund_approval_days),
    mandatory_second_factor: of(settings.mandatory_second_factor),
    ask_before_visits: of(settings.ask_before_visits),
    longest_key_lifetime_days: of(settings.longest_key_lifetime_days),
    unused_key_days: of(settings.unused_key_days),
    mask_personal_data_in_webhooks: of(settings.mask_personal_data_in_webhooks),
    audit_retention_months: of(settings.audit_retention_months),
  };
}
