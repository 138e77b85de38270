export const API_KEY_STATES = ["live", "expiring", "expired", "revoked"] as const;
