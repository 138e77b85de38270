import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { JobInput } from "../job-names";
import { formatAmount } from "../money";
import { systemActor } from "../system-actor";
import { addJob, requireSwitch, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { FOUR_EYES, guardRailConstraints, refundsStopped } from "./guard-rails";
import type { ApprovalStatus } from "./lifecycle";
import { readRefund } from "./queries";
import type { ApproveRefundInput, Refund, RejectRefundInput } from "./schema";

/**
 * The second person agrees: the refund goes on to the provider.
 * @throws AppError `forbidden` for a key, and for whoever asked; `conflict` once somebody has decided, or nobody did in
 * time; `refunds_stopped`; `switched_off`
 */
export async function approveRefund(actor: TenantActor, input: ApproveRefundInput): Promise<Refund> {
  return decide(actor, "refunds.approve", input.id, async (db) => {
    await requireSwitch(db, "refunds");
    const [stop] = await db.rows<{ reason: string }>(
      sql`select s.reason from refund_stops s where s.tenant_id = ${actor.tenantId}::uuid and s.lifted_at is null`,
      "refund_stops_in_force",
    );
    if (stop) throw refundsStopped(stop.reason);
    await db.refund.updateMany({
      where: { id: input.id },
      data: { approvalStatus: "approved", pendingReason: "queued", decisionComment: input.comment },
    });
    await addJob(db, "refunds.submit", { refund_id: input.id }, { key: input.id });
  });
}

/** The second person does not agree: the refund is called off. @throws AppError as `approveRefund`, but for a stop */
export async function rejectRefund(actor: TenantActor, input: RejectRefundInput): Promise<Refund> {
  return decide(actor, "refunds.reject", input.id, async (db) => {
    await db.refund.updateMany({
      where: { id: input.id },
      data: { status: "CANCELED", approvalStatus: "rejected", pendingReason: null, decisionComment: input.comment },
    });
  });
}

async function decide(
  actor: TenantActor,
  operation: string,
  id: string,
  write: (db: WriteClient) => Promise<void>,
): Promise<Refund> {
  return tenantWrite(
    actor,
    "refunds:approve",
    operation,
    async (db) => {
      await lockRefund(db, actor, id);
      const { approval } = await readRefund(db, actor, id);
      if (actor.kind !== "member") throw new AppError("forbidden", "A person has to decide on a refund");
      if (!approval) throw new AppError("conflict", "This refund needs no approval");
      if (approval.status !== "pending") throw new AppError("conflict", DECIDED[approval.status]);
      if (approval.excluded_user_ids.includes(actor.userId)) throw new AppError("forbidden", FOUR_EYES);
      await write(db);
      await putNoticesAway(db, actor, id);
      return readRefund(db, actor, id);
    },
    { constraints: guardRailConstraints },
  );
}

const DECIDED: Readonly<Record<Exclude<ApprovalStatus, "pending">, string>> = {
  approved: "Somebody has approved this refund already",
  rejected: "Somebody has rejected this refund already",
  expired: "Nobody decided in time: this refund is called off",
  withdrawn: "This refund was withdrawn",
};

/**
 * Payment first, then refund, as everywhere: whoever changes one of them waits here, and then sees what the other has
 * done. One that is not there, or out of reach, locks nothing.
 */
export async function lockRefund(db: WriteClient, actor: TenantActor, id: string): Promise<void> {
  await db.rows(
    sql`select r.id from payment_intents p join refunds r on r.tenant_id = p.tenant_id and r.payment_intent_id = p.id
        where r.tenant_id = ${actor.tenantId}::uuid and r.id = ${id}::uuid for update of p, r`,
    "refunds_lock",
  );
}

/** Tells those who may decide, and sees to it that the question does not stay open for ever. */
export async function askForApproval(
  db: WriteClient,
  actor: TenantActor,
  refund: Refund,
  expiresAt: string,
): Promise<void> {
  await db.notice.createMany({
    data: [
      {
        tenantId: actor.tenantId,
        accountId: refund.account.id,
        audience: "refunds:approve",
        kind: "refund_awaits_approval",
        subjectTable: "refunds",
        subjectId: refund.id,
        details: {
          amount: formatAmount(refund.amount, refund.currency),
          account: refund.account.name,
          requested_by: refund.requested_by?.name ?? "Background work",
        },
      },
    ],
  });
  const { id } = refund;
  await addJob(db, "refunds.ask_approval", { refund_id: id }, { key: id });
  await addJob(db, "refunds.expire_approval", { refund_id: id }, { key: id, runAt: new Date(expiresAt) });
}

/** A question that is answered is nobody's news any more. */
export async function putNoticesAway(db: WriteClient, actor: TenantActor, refundId: string): Promise<void> {
  await db.notice.updateMany({
    where: { subjectTable: "refunds", subjectId: refundId, readAt: null },
    data: { readAt: new Date(), readBy: actor.kind === "member" ? actor.userId : null },
  });
}

/** Job `refunds.expire_approval`: calls a refund off that nobody has decided on in time. */
export async function expireApproval({ tenant_id, refund_id }: JobInput<"refunds.expire_approval">): Promise<void> {
  if (!tenant_id) throw new Error("A refund's job belongs to a tenant");
  const actor = systemActor(tenant_id, "refunds.expire_approval");
  await tenantWrite(
    actor,
    "refunds:approve",
    "refunds.expire_approval",
    async (db) => {
      await lockRefund(db, actor, refund_id);
      const { count } = await db.refund.updateMany({
        where: { id: refund_id, approvalStatus: "pending", approvalExpiresAt: { lte: new Date() } },
        data: { status: "CANCELED", approvalStatus: "expired", pendingReason: null },
      });
      if (count > 0) await putNoticesAway(db, actor, refund_id);
    },
    { idempotent: true },
  );
}
