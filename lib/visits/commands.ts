import { requireAllAccounts } from "../account-reach";
import type { MemberActor, PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { RIGHTS_CONSTRAINTS } from "../rights";
import { addJob, type ConstraintMessages, platformWrite, tenantWrite, type WriteClient } from "../tenant-db";
import { getPlatformVisit, readPlatformVisit, readVisit } from "./queries";
import type { PlatformVisit, StartVisitInput, Visit, VisitReasonInput } from "./schema";

const conflict = (message: string) => () => new AppError("conflict", message);

/** The rules are the database's (`app.guard_platform_visit`, `app.guard_tenant_visit`); these are their sentences. */
const constraints = {
  ...RIGHTS_CONSTRAINTS,
  visits_members: conflict("You are a member of this tenant: enter it as such"),
  visits_over: conflict("This visit is over"),
  visits_answered: conflict("The tenant has answered already"),
  visits_consent: conflict("The tenant has not agreed to this visit, or too long ago"),
  visits_own: () => new AppError("forbidden", "Only the visitor can do this"),
  visits_asked: conflict("Writing was not asked for, or was agreed to already"),
  visits_two_people: () => new AppError("forbidden", "Another platform admin has to agree"),
} satisfies ConstraintMessages;

const DONE_BEFORE = "This has been done already";

/**
 * A platform admin steps into a tenant: begins a visit of the present session, which reads and ends by itself. Other
 * visits of the admin end. A tenant that demands to be asked is asked instead.
 * @throws AppError `not_found`; `conflict` for a member of the tenant
 */
export async function startVisit(admin: PlatformAdminActor, input: StartVisitInput): Promise<PlatformVisit> {
  return platformWrite(
    { ...admin, reason: input.reason },
    "visits.start",
    async (db) => {
      const tenant = await db.tenant.findFirst({ where: { id: input.tenant_id }, select: { id: true } });
      if (!tenant) throw new AppError("not_found", "Tenant not found");
      const { id, asksTenant } = await db.tenantVisit.create({
        data: { tenantId: tenant.id, sessionId: admin.sessionId, reason: input.reason, minutes: input.minutes },
        select: { id: true, asksTenant: true },
      });
      if (asksTenant) await addJob(db, "visits.ask", { visit_id: id, visited_tenant_id: tenant.id });
      return readPlatformVisit(db, id);
    },
    { constraints },
  );
}

/** Begins a visit that the tenant agreed to. @throws AppError `not_found`; `forbidden` for another's; `conflict` */
export async function beginVisit(admin: PlatformAdminActor, input: { id: string }): Promise<PlatformVisit> {
  const { reason } = await getPlatformVisit(admin, input);
  return change({ ...admin, reason }, "visits.begin", input.id, (db) =>
    db.tenantVisit.updateMany({ where: { id: input.id, startedAt: null }, data: { sessionId: admin.sessionId } }),
  );
}

/** Ends a visit, one's own or another admin's, from the next statement on. @throws AppError `not_found`, `conflict` */
export async function endVisit(admin: PlatformAdminActor, { id, reason }: VisitReasonInput): Promise<PlatformVisit> {
  return change({ ...admin, reason }, "visits.end", id, (db) =>
    db.tenantVisit.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } }),
  );
}

/** Asks that another platform admin agree to writing. @throws AppError `not_found`; `forbidden` for another's; `conflict` */
export async function askWriting(admin: PlatformAdminActor, { id, reason }: VisitReasonInput): Promise<PlatformVisit> {
  return change({ ...admin, reason }, "visits.ask_writing", id, (db) =>
    db.tenantVisit.updateMany({ where: { id, writingReason: null }, data: { writingReason: reason } }),
  );
}

/**
 * Agrees that another admin's visit may write, until it ends.
 * @throws AppError `not_found`; `forbidden` for the visitor; `conflict` if nobody asked, or somebody agreed before
 */
export async function agreeWriting(
  admin: PlatformAdminActor,
  { id, reason }: VisitReasonInput,
): Promise<PlatformVisit> {
  return change({ ...admin, reason }, "visits.agree_writing", id, (db) =>
    db.tenantVisit.updateMany({ where: { id, writingAgreement: null }, data: { writingAgreement: reason } }),
  );
}

function change(
  admin: PlatformAdminActor,
  operation: string,
  id: string,
  update: (db: WriteClient) => Promise<{ count: number }>,
): Promise<PlatformVisit> {
  return platformWrite(
    admin,
    operation,
    async (db) => {
      const { count } = await update(db);
      const stored = await readPlatformVisit(db, id);
      // Somebody else was quicker: of two who do the same, one did it.
      if (count === 0) throw stored.ended_at ? constraints.visits_over() : new AppError("conflict", DONE_BEFORE);
      return stored;
    },
    { constraints },
  );
}

/** Agrees, for the tenant, to a visit that waits. @throws AppError `not_found`; `conflict` if it is answered or over */
export async function agreeToVisit(actor: MemberActor, input: { id: string }): Promise<Visit> {
  return answer(actor, "visits.agree", input.id, { isAgreed: null }, { isAgreed: true });
}

/** Declines, for the tenant, a visit that waits. @throws AppError `not_found`; `conflict` if it is answered or over */
export async function declineVisit(actor: MemberActor, input: { id: string }): Promise<Visit> {
  return answer(actor, "visits.decline", input.id, { isAgreed: null }, { isAgreed: false });
}

/** Ends, for the tenant, a visit that has begun or may begin. @throws AppError `not_found`; `conflict` if it is over */
export async function endVisitOfTenant(actor: MemberActor, input: { id: string }): Promise<Visit> {
  return answer(actor, "visits.end", input.id, { endedAt: null }, { endedAt: new Date() });
}

function answer(
  actor: MemberActor,
  operation: string,
  id: string,
  before: { isAgreed: null } | { endedAt: null },
  data: { isAgreed?: boolean; endedAt?: Date },
): Promise<Visit> {
  return tenantWrite(
    actor,
    "settings:write",
    operation,
    async (db) => {
      requireAllAccounts(actor);
      const { count } = await db.tenantVisit.updateMany({ where: { id, ...before }, data });
      const stored = await readVisit(db, actor, id);
      if (count === 0) throw stored.ended_at ? constraints.visits_over() : constraints.visits_answered();
      await db.notice.updateMany({
        where: { subjectTable: "tenant_visits", subjectId: id, readAt: null },
        data: { readAt: new Date(), readBy: actor.userId },
      });
      return stored;
    },
    { constraints },
  );
}
