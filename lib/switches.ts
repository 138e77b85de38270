/** What the platform can switch off for a tenant. */
export const SWITCHES = ["dashboard", "api", "payments", "refunds", "exports"] as const;
export type Switch = (typeof SWITCHES)[number];
