import type { ApiKeyActor, MemberActor, SystemActor, TenantActor } from "../actor";
import type { Permission } from "../permissions";
import { type ReadClient, sql } from "./client";
import { bookkeepingPool, snapshotDoor, tenantDoor } from "./pools";

/** What whoever asked for an export may do at this moment. */
export interface ExportGrant {
  /** Null for an access key. */
  person: string | null;
  permissions: Permission[];
  /** Null: all accounts. */
  account_ids: string[] | null;
  /** Why the export may not go on; null: it may. */
  refusal: string | null;
}

/** Whom an export is for. */
interface Requester {
  id: string;
  membership_id: string | null;
  api_key_id: string | null;
}

/** The rights that an export of the job's tenant has now; null: there is no such export. */
export async function exportGrant(job: SystemActor, exportId: string): Promise<ExportGrant | null> {
  const [grant] = await tenantDoor().read(job, job.job, (db) =>
    db.rows<ExportGrant>(
      sql`select person, permissions, account_ids, refusal from app.export_grant(${exportId}::uuid)`,
      "export_grant",
    ),
  );
  return grant ?? null;
}

// Whatever reads as one of these actors reads in its snapshot; without one it reads nothing.
const snapshots = new WeakMap<TenantActor, ReadClient>();

/** The snapshot that an export's actor reads in. @throws Error outside of `readAsRequester` */
export function heldSnapshot(actor: TenantActor): ReadClient {
  const held = snapshots.get(actor);
  if (!held) throw new Error("An export's actor reads in its snapshot only");
  return held;
}

/**
 * Runs queries as whoever asked for an export, with the rights of this moment: `tenantRead` of the actor that `work` is
 * given reads in one snapshot, whatever others write meanwhile. The database checks those rights itself as it opens the
 * snapshot, and knows the person and the accounts by its own rows.
 * @throws AppError `forbidden` where they have ended
 */
export async function readAsRequester<T>(
  job: SystemActor,
  requester: Requester,
  grant: ExportGrant,
  timeoutMs: number,
  work: (actor: TenantActor) => Promise<T>,
): Promise<T> {
  const actor = requesterActor(job, requester, grant);
  return snapshotDoor().snapshot(
    actor,
    job.job,
    async (db) => {
      snapshots.set(actor, db);
      try {
        return await work(actor);
      } finally {
        snapshots.delete(actor);
      }
    },
    timeoutMs,
  );
}

function requesterActor(job: SystemActor, requester: Requester, grant: ExportGrant): MemberActor | ApiKeyActor {
  const { tenantId, requestId, ipAddress, userAgent } = job;
  const shared = {
    ...{ tenantId, requestId, ipAddress, userAgent },
    permissions: new Set(grant.permissions),
    accountIds: grant.account_ids,
    pass: null,
    exportId: requester.id,
  };
  if (requester.api_key_id) return { ...shared, kind: "apiKey", apiKeyId: requester.api_key_id };
  if (!requester.membership_id || !grant.person) throw new Error("An export of nobody");
  // It goes on when the session that asked for it has ended: the export itself stands in its place.
  return {
    ...shared,
    kind: "member",
    userId: grant.person,
    membershipId: requester.membership_id,
    sessionId: requester.id,
  };
}

/** Exports of all tenants whose file has had its time, or whose job has not been heard of for too long; at most 100. */
export async function overdueExports(): Promise<
  { tenantId: string; id: string; state: string; storageKey: string | null }[]
> {
  const { rows } = await bookkeepingPool().query<{
    tenantId: string;
    id: string;
    state: string;
    storageKey: string | null;
  }>(`select tenant_id as "tenantId", id, state, storage_key as "storageKey" from app.overdue_exports()`);
  return rows;
}
