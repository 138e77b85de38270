export const INVITATION_STATES = ["open", "expired", "revoked", "accepted"] as const;
