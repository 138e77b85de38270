import { cache } from "react";
import type { MemberActor } from "../actor";
import { listPreferencesPart } from "../list-preferences/queries";
import type { ListPreference } from "../list-preferences/schema";
import { unreadNoticesPart } from "../notices/queries";
import { type RefundAlerts, refundAlertsPart } from "../refunds/queries";
import { listsWithDefaultViewPart } from "../saved-views/queries";
import { tenantReadParts } from "../tenant-db";
import { hasWaitingVisitsPart, listWaitingVisits } from "../visits/queries";
import type { Visit } from "../visits/schema";

/** What stands around every page of a tenant; each actor gets those parts that it may have. */
export interface TenantFrame {
  unreadNotices: number;
  refunds: RefundAlerts;
  /** Visits that wait for the actor's word. */
  visits: Visit[];
  /** How the person has set up the tables of lists. */
  preferences: ListPreference[];
  /** Names of the lists that open with a view of the person's choice. */
  listsWithDefaultView: string[];
}

/**
 * Reads the frame in one statement, and in a second one where somebody asks to visit. A page that needs something of it
 * has it from the same statement.
 */
export const readTenantFrame = cache(async (actor: MemberActor): Promise<TenantFrame> => {
  const mayAnswer = actor.permissions.has("settings:write") && actor.accountIds === null && !actor.view;
  const { unread, refunds, isAsked, preferences, views } = await tenantReadParts(actor, "frame", {
    unread: unreadNoticesPart(actor),
    refunds: actor.permissions.has("refunds:read") ? refundAlertsPart(actor) : undefined,
    isAsked: mayAnswer ? hasWaitingVisitsPart(actor) : undefined,
    preferences: listPreferencesPart(actor),
    views: listsWithDefaultViewPart(actor),
  });
  return {
    unreadNotices: unread,
    refunds: refunds ?? { stop: null, waiting: 0 },
    visits: isAsked ? await listWaitingVisits(actor) : [],
    preferences,
    listsWithDefaultView: views,
  };
});
