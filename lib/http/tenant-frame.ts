import type { MemberActor } from "../actor";
import { unreadNoticesPart } from "../notices/queries";
import { type RefundAlerts, refundAlertsPart } from "../refunds/queries";
import { tenantReadParts } from "../tenant-db";
import { hasWaitingVisitsPart, listWaitingVisits } from "../visits/queries";
import type { Visit } from "../visits/schema";

/** What stands around every page of a tenant; each actor gets those parts that it may have. */
export interface TenantFrame {
  unreadNotices: number;
  refunds: RefundAlerts;
  /** Visits that wait for the actor's word. */
  visits: Visit[];
}

/** Reads the frame in one statement, and in a second one where somebody asks to visit. */
export async function readTenantFrame(actor: MemberActor): Promise<TenantFrame> {
  const mayAnswer = actor.permissions.has("settings:write") && actor.accountIds === null && !actor.view;
  const { unread, refunds, isAsked } = await tenantReadParts(actor, "frame", {
    unread: unreadNoticesPart(actor),
    refunds: actor.permissions.has("refunds:read") ? refundAlertsPart(actor) : undefined,
    isAsked: mayAnswer ? hasWaitingVisitsPart(actor) : undefined,
  });
  return {
    unreadNotices: unread,
    refunds: refunds ?? { stop: null, waiting: 0 },
    visits: isAsked ? await listWaitingVisits(actor) : [],
  };
}
