import type { PersonActor } from "../actor";
import { readOrigin } from "../address-country";
import { personRead, sql } from "../tenant-db";
import type { Session } from "./schema";

/** More than anybody reads; a person has a handful. */
const MAX_SESSIONS = 100;

/** Columns of a session; `x` is the table. */
export const SESSION_COLUMNS = sql`
  x.id, x.user_agent, host(x.ip_address) as ip_address, x.created_at, x.last_seen_at, x.expires_at,
  coalesce(x.ends_at, x.expires_at) as ends_at, x.revoked_at as ended_at`;

export type StoredSession = Omit<Session, "is_current" | "device" | "network" | "country">;

/** The person's living sessions, the one that asks first, then those that were used last. */
export async function listSessions(actor: PersonActor): Promise<{ items: Session[] }> {
  const rows = await personRead(actor, (db) =>
    db.rows<StoredSession>(
      sql`select ${SESSION_COLUMNS} from sessions x
          where x.user_id = ${actor.userId}::uuid and x.revoked_at is null and x.expires_at > now()
          order by x.id = ${actor.sessionId}::uuid desc, x.last_seen_at desc, x.id limit ${MAX_SESSIONS}`,
      "sessions_list",
    ),
  );
  return { items: await Promise.all(rows.map((row) => readSession(row, actor))) };
}

/** A stored session as its person sees it. */
export async function readSession(stored: StoredSession, actor: PersonActor): Promise<Session> {
  return {
    ...stored,
    is_current: stored.id === actor.sessionId,
    ...(await readOrigin(stored)),
  };
}
