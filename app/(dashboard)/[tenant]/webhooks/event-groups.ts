import type { Texts } from "@/lib/messages/texts";
import type { Permission } from "@/lib/permissions";
import {
  ALL_EVENTS,
  EVENT_PERMISSIONS,
  EVENT_TYPE_NAMES,
  EVENT_TYPES,
  permissionsOf,
  resourceOf,
} from "@/lib/webhook-endpoints/event-types";

const RESOURCES = ["payment_intent", "refund", "account", "api_key"] as const;

type WebhookTexts = Texts<"client.webhooks">;

/**
 * The events under their resource; those whose records the chooser may not see cannot be chosen.
 * @param sentence puts what the events mean into the page's language
 */
export function eventGroups(t: WebhookTexts, sentence: (english: string) => string, held: readonly Permission[]) {
  const mayAll = permissionsOf([ALL_EVENTS]).every((permission) => held.includes(permission));
  const all = {
    options: [{ value: ALL_EVENTS, label: t("eventGroups.all"), hint: t("eventGroups.allHint"), disabled: !mayAll }],
  };
  const groups = RESOURCES.map((resource) => ({
    label: t(`eventGroups.${resource}`),
    options: EVENT_TYPE_NAMES.filter((name) => resourceOf(name) === resource).map((name) => ({
      value: name as string,
      label: name as string,
      hint: sentence(EVENT_TYPES[name]),
      disabled: !held.includes(EVENT_PERMISSIONS[resource]),
    })),
  }));
  return [all, ...groups];
}

/** A few words for an endpoint's events: "All", "3 events", or the one. */
export function eventSummary(t: WebhookTexts, eventTypes: readonly string[]): string {
  if (eventTypes.includes(ALL_EVENTS)) return t("eventSummary.all");
  return eventTypes.length === 1 ? (eventTypes[0] ?? "") : t("eventSummary.some", { count: eventTypes.length });
}
