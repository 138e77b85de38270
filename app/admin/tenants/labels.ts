import { COUNT_CAP, type Tenant } from "@/lib/tenants/schema";

export const TIER_LABELS: Readonly<Record<Tenant["subscription_tier"], string>> = {
  free: "Free",
  standard: "Standard",
  premium: "Premium",
  enterprise: "Enterprise",
};

const numbers = new Intl.NumberFormat("en");

/** A count as people read it; where counting stopped, "10,000+". */
export function countLabel(count: number, cap = COUNT_CAP): string {
  return count > cap ? `${numbers.format(cap)}+` : numbers.format(count);
}
