import type { Permission } from "../permissions";

/** What endpoints can listen to. The database names what happened (`app.webhook_event_type`); a test compares. */
export const EVENT_TYPES = {
  "payment_intent.created": "A payment intent was created",
  "payment_intent.updated":
    "Customer, reference, amounts or metadata of a payment intent changed, or a refund of it was taken back",
  "payment_intent.processing": "A payment intent is with the provider",
  "payment_intent.processed": "A payment intent was paid",
  "payment_intent.failed": "A payment intent failed",
  "payment_intent.canceled": "A payment intent was canceled",
  "payment_intent.partially_refunded": "A part of a payment was refunded",
  "payment_intent.refunded": "All of a payment was refunded",
  "refund.created": "A refund was requested",
  "refund.updated": "Reason or comment of a refund changed, or a second person approved it",
  "refund.succeeded": "A refund reached the customer",
  "refund.failed": "A refund failed",
  "refund.canceled": "A refund was canceled",
  "account.created": "An account was created",
  "account.updated": "An account was changed or moved",
  "account.deleted": "An account was deleted",
  "account.restored": "A deleted account was restored",
  "api_key.created": "An API key was created",
  "api_key.rotated": "An API key was rotated; the new key is in the event",
  "api_key.revoked": "An API key was revoked",
} as const satisfies Record<string, string>;

export type EventType = keyof typeof EVENT_TYPES;

export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as [EventType, ...EventType[]];

/** Stands for every event, those to come included. */
export const ALL_EVENTS = "*";

/** What a test sends; no endpoint needs to listen to it. */
export const PING = "webhook_endpoint.ping";

export type DeliveredEventType = EventType | typeof PING;

export const DELIVERED_EVENT_TYPES = [...EVENT_TYPE_NAMES, PING] as [DeliveredEventType, ...DeliveredEventType[]];

/** Resource of an event, such as `payment_intent`. */
export type EventResource = EventType extends `${infer Resource}.${string}` ? Resource : never;

/** What somebody must be allowed to see who has events of a resource sent to an address, or reads what was sent. */
export const EVENT_PERMISSIONS: Readonly<Record<EventResource, Permission>> = {
  payment_intent: "payment_intents:read",
  refund: "refunds:read",
  account: "accounts:read",
  api_key: "api_keys:read",
};

/** The resource in the name of an event; null for a ping, which is about no record. */
export function resourceOf(eventType: string): EventResource | null {
  const resource = eventType.split(".")[0] ?? "";
  return Object.hasOwn(EVENT_PERMISSIONS, resource) ? (resource as EventResource) : null;
}

/** The permissions behind a choice of events. */
export function permissionsOf(eventTypes: readonly string[]): Permission[] {
  if (eventTypes.includes(ALL_EVENTS)) return Object.values(EVENT_PERMISSIONS);
  const resources = new Set(eventTypes.map(resourceOf));
  return [...resources].flatMap((resource) => (resource ? [EVENT_PERMISSIONS[resource]] : []));
}
