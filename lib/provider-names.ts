/** The providers that a payment can be with. */
export const PROVIDER_NAMES = ["sandbox", "stripe"] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];
