import type { PersonActor } from "../actor";
import { AppError } from "../errors";
import { personWrite, sql } from "../tenant-db";
import { readSession, SESSION_COLUMNS, type StoredSession } from "./queries";
import type { EndedSessions, Session } from "./schema";

/**
 * Ends one of the person's living sessions: it is refused from the next request on.
 * @throws AppError `not_found` for one that has ended already, another person's, or none
 */
export async function endSession(actor: PersonActor, input: { id: string }): Promise<Session> {
  return personWrite(actor, "sessions.end", async (db) => {
    const [row] = await db.rows<StoredSession>(
      sql`update sessions x set revoked_at = now()
          where x.id = ${input.id}::uuid and x.user_id = ${actor.userId}::uuid and x.revoked_at is null
            and x.expires_at > now()
          returning ${SESSION_COLUMNS}`,
    );
    if (!row) throw new AppError("not_found", "Session not found");
    return readSession(row, actor);
  });
}

/** Signs the person out everywhere: all other sessions, or with the one that asks. */
export async function endSessions(actor: PersonActor, input: { keep_current: boolean }): Promise<EndedSessions> {
  const kept = input.keep_current ? actor.sessionId : null;
  return personWrite(actor, "sessions.end_all", async (db) => {
    const rows = await db.rows(
      sql`update sessions x set revoked_at = now()
          where x.user_id = ${actor.userId}::uuid and x.revoked_at is null and x.expires_at > now()
            and x.id is distinct from ${kept}::uuid
          returning x.id`,
    );
    return { ended: rows.length };
  });
}
