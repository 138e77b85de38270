import { requireAllAccounts } from "../account-reach";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { type ConstraintMessages, tenantWrite } from "../tenant-db";
import { readRefundStop } from "./queries";
import type { CreateRefundStopInput, RefundStop } from "./schema";

const constraints: ConstraintMessages = {
  refund_stops_in_force: () => new AppError("conflict", "Refunds are stopped already"),
  refund_stops_all_accounts: () => new AppError("forbidden"),
  refund_stops_lifted_once: () => new AppError("conflict", "Refunds go on already"),
};

/**
 * Stops all refunds of the tenant: once this has returned none is made or approved. What is with the provider already
 * goes on.
 * @throws AppError `conflict` if they are stopped, `forbidden` for a restricted actor
 */
export async function createRefundStop(actor: TenantActor, input: CreateRefundStopInput): Promise<RefundStop> {
  return tenantWrite(
    actor,
    "refunds:approve",
    "refund_stops.create",
    async (db) => {
      requireAllAccounts(actor);
      const { id } = await db.refundStop.create({
        data: { tenantId: actor.tenantId, reason: input.reason },
        select: { id: true },
      });
      return readRefundStop(db, actor, id);
    },
    { constraints },
  );
}

/** Lets refunds go on. @throws AppError `conflict` if they do, `forbidden` for a restricted actor and for a key */
export async function liftRefundStop(actor: TenantActor, input: { id: string }): Promise<RefundStop> {
  return tenantWrite(
    actor,
    "refunds:approve",
    "refund_stops.lift",
    async (db) => {
      requireAllAccounts(actor);
      await readRefundStop(db, actor, input.id);
      if (actor.kind !== "member") throw new AppError("forbidden", "A person has to let refunds go on");
      await db.refundStop.updateMany({ where: { id: input.id }, data: { liftedAt: new Date() } });
      return readRefundStop(db, actor, input.id);
    },
    { constraints },
  );
}
