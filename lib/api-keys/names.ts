export const API_KEY_STATES = ["live", "expiring", "expired", "revoked"] as const;

/** How long the old key lives on after a rotation, so that its users can change over. */
export const ROTATION_OVERLAP_HOURS = [0, 1, 24, 72, 168] as const;
