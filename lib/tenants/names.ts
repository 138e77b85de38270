export const TENANT_STATUSES = ["active", "suspended", "closed"] as const;

export const SUBSCRIPTION_TIERS = ["free", "standard", "premium", "enterprise"] as const;

/** Nobody counts further: a number above it says that there are more. */
export const COUNT_CAP = 10_000;
