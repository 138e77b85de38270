import type { Permission } from "@/lib/permissions";
import {
  ALL_EVENTS,
  EVENT_PERMISSIONS,
  EVENT_TYPE_NAMES,
  EVENT_TYPES,
  permissionsOf,
  resourceOf,
} from "@/lib/webhook-endpoints/event-types";

const LABELS = {
  payment_intent: "Payment intents",
  refund: "Refunds",
  account: "Accounts",
  api_key: "API keys",
} as const;

/** The events under their resource; those whose records the chooser may not see cannot be chosen. */
export function eventGroups(held: readonly Permission[]) {
  const mayAll = permissionsOf([ALL_EVENTS]).every((permission) => held.includes(permission));
  const all = {
    options: [{ value: ALL_EVENTS, label: "All events", hint: "Those to come included", disabled: !mayAll }],
  };
  const groups = (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((resource) => ({
    label: LABELS[resource],
    options: EVENT_TYPE_NAMES.filter((name) => resourceOf(name) === resource).map((name) => ({
      value: name as string,
      label: name as string,
      hint: EVENT_TYPES[name],
      disabled: !held.includes(EVENT_PERMISSIONS[resource]),
    })),
  }));
  return [all, ...groups];
}

/** A few words for an endpoint's events: "All", "3 events", or the one. */
export function eventSummary(eventTypes: readonly string[]): string {
  if (eventTypes.includes(ALL_EVENTS)) return "All";
  return eventTypes.length === 1 ? (eventTypes[0] ?? "") : `${eventTypes.length} events`;
}
