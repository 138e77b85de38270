export const DELIVERY_STATUSES = ["pending", "succeeded", "failed", "held"] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const ENDPOINT_STATUSES = ["enabled", "disabled"] as const;

/** How long requests are signed with the old secret too, so that receivers can change over. */
export const SECRET_OVERLAP_HOURS = [0, 1, 24, 72, 168] as const;
