import type { ActorVisit, PersonActor, PlatformAdminActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { Permission } from "../permissions";
import type { ReadClient, WriteClient } from "./client";
import { requirePermission, type WorkOptions } from "./door";
import { VISIT_ONLY_READS } from "./faults";
import { once } from "./idempotency";
import { platformDoor, tenantDoor } from "./pools";
import { type PartValues, type ReadPart, readParts, requireParts } from "./read-parts";
import { heldSnapshot } from "./snapshot-read";

// The one door to rows. Nothing else in the tree may import Prisma or pg (the import fence checks it).

export { PRISMA_VERSION, poolStates, roleActivity } from "./activity";
export { countRequests, purgeBookkeeping, type RequestLogEntry, writeRequestLogs } from "./bookkeeping";
export { join, type ReadClient, sql, type WriteClient } from "./client";
export * as credentials from "./credentials";
export {
  beginTenantErasure,
  eraseTenant,
  expiredTenantExports,
  expireErasedLogs,
  unnamedArchives,
} from "./erasure";
export type { ConstraintMessages } from "./faults";
export { assertSafeRoles, databaseIsReady } from "./health";
export * as identity from "./identity";
export {
  forgetImportAccounts,
  importFileKeys,
  importRights,
  keepImports,
  keptImportFiles,
  undoImportBatch,
} from "./imports";
export * as invited from "./invited";
export { addJob, addJobs } from "./jobs";
export type { ListSource } from "./list-conditions";
export { runNamed } from "./list-run";
export { findTexts } from "./list-search";
export { listConditionsSql, listPage, listRowsSql } from "./list-sql";
export {
  type Addressee,
  findMailToSend,
  type MailOutcome,
  type NewMail,
  noteMail,
  purgeMails,
  queueMail,
  queueTenantMail,
  readMailBody,
} from "./mails";
export { findNoticeReaders } from "./notice-readers";
export * as outside from "./outside";
export { closeDoors } from "./pools";
export type { ReadPart } from "./read-parts";
export { type RecordSource, readSteps, readSurroundings } from "./record-states";
export { awaitRightsTurn, requireReachToGive, requireRolesToGive } from "./rights";
export { SETTINGS_SQL, settingsInForce } from "./settings";
export { type ExportGrant, exportGrant, overdueExports, readAsRequester } from "./snapshot-read";
export { rowsOfSnapshots } from "./snapshots";
export { requireSwitch } from "./switches";
export { exportedTables, exportRows, exportTenantAndPeople, storageKeys } from "./tenant-export";
export { readTimeline } from "./timeline";
export { expireAuditLogs, retireUnusedKeys, upkeep } from "./upkeep";
export { findViewGrant } from "./view-grant";
export { closeVisits, findVisitGrant } from "./visit-grant";
export { takeDueWatches, type Watch, watchingMember } from "./watches";
export { keepWebhooks } from "./webhooks";

/**
 * Reads rows of the actor's tenant. Each statement costs one round trip; the database checks in it that the session or
 * key still lives, and refuses any write.
 * @param permission what the actor needs; `null` only for what every member may read (own profile, names, reference data)
 * @throws AppError `forbidden` without the permission; `token_expired`, `not_found`, `unavailable` as the database says
 */
export async function tenantRead<T>(
  actor: TenantActor,
  permission: Permission | null,
  work: (db: ReadClient) => Promise<T>,
): Promise<T> {
  if (permission) requirePermission(actor, permission);
  if (actor.exportId !== undefined) return work(heldSnapshot(actor));
  return tenantDoor().read(actor, permission ?? "own", work);
}

/**
 * Reads several values of the actor's tenant in one statement, such as what stands around every page. Each of them names
 * its own permission.
 * @param name of the statement, whose plan is kept
 * @throws AppError as `tenantRead` does
 */
export async function tenantReadParts<P extends Readonly<Record<string, ReadPart<unknown> | undefined>>>(
  actor: TenantActor,
  name: string,
  parts: P,
): Promise<PartValues<P>> {
  requireParts(actor, parts);
  return tenantRead(actor, null, (db) => readParts(db, name, parts));
}

/**
 * Changes rows of the actor's tenant in one transaction. k statements cost at most k + 1 round trips. Never put a
 * network call into `work`: it may run again after a conflict. For an actor with an idempotency key the work happens once
 * (see `once`), and its result, which is kept, must be plain JSON without secrets.
 * @param operation name that the audit rows show, such as `payment_intents.cancel`
 */
export async function tenantWrite<T>(
  actor: TenantActor,
  permission: Permission | null,
  operation: string,
  work: (db: WriteClient) => Promise<T>,
  options: WorkOptions = {},
): Promise<T> {
  if (permission) requirePermission(actor, permission);
  if (actor.exportId !== undefined) throw new Error(`${operation} would write as whoever asked for an export`);
  if (actor.watchedViewId !== undefined) throw new Error(`${operation} would write as whoever watches a view`);
  // The database would refuse it too: a view's transactions only read.
  if (actor.kind === "member" && actor.view)
    throw new AppError("forbidden", `You are looking at this as ${actor.view.label}: nothing can be changed`);
  if (actor.kind === "member" && actor.visit) requireWriting(actor.visit, permission);
  const { idempotency } = actor;
  if (!idempotency) return tenantDoor().write(actor, operation, work, options);
  const workOnce = once(idempotency, operation, actor, work);
  return tenantDoor().write(actor, operation, workOnce, { ...options, idempotent: true });
}

/** The database would refuse a visit that only reads too; what needs no permission is a member's own, and no visitor's. */
function requireWriting({ isWriting }: ActorVisit, permission: Permission | null): void {
  if (!isWriting) throw new AppError("forbidden", VISIT_ONLY_READS);
  if (!permission) throw new AppError("forbidden");
}

/** Reads what is a person's own, in no tenant: profile and sessions. One round trip for each statement. */
export async function personRead<T>(person: PersonActor, work: (db: ReadClient) => Promise<T>): Promise<T> {
  return tenantDoor().read(person, "own", work);
}

/** Changes what is a person's own, in one transaction. Audit rows of it belong to no tenant. */
export async function personWrite<T>(
  person: PersonActor,
  operation: string,
  work: (db: WriteClient) => Promise<T>,
  options: WorkOptions = {},
): Promise<T> {
  return tenantDoor().write(person, operation, work, options);
}

/** Reads across tenants with the platform's role, after the database has checked the session and its person. */
export async function platformRead<T>(admin: PlatformAdminActor, work: (db: ReadClient) => Promise<T>): Promise<T> {
  return platformDoor().read(admin, "platform.read", work);
}

/** Changes rows across tenants with the platform's role, in one transaction. */
export async function platformWrite<T>(
  admin: PlatformAdminActor,
  operation: string,
  work: (db: WriteClient) => Promise<T>,
  options: WorkOptions = {},
): Promise<T> {
  return platformDoor().write(admin, operation, work, options);
}
