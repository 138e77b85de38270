export const DELIVERY_STATUSES = ["pending", "succeeded", "failed", "held"] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const ENDPOINT_STATUSES = ["enabled", "disabled"] as const;
