import { createHash, randomBytes } from "node:crypto";
import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { Locale } from "../locale";
import { type ConstraintMessages, platformWrite, queueMail, sql, type WriteClient } from "../tenant-db";
import {
  deactivatedMail,
  passwordResetMail,
  RESET_LIFETIME_MINUTES,
  reactivatedMail,
  secondFactorResetMail,
  sessionsEndedMail,
} from "./mails";
import { readUser, readUserToTell } from "./queries";
import type { EndedUserSessions, EndUserSessionsInput, User, UserActInput } from "./schema";

// What is done to a person is in the log with its reason, and the person is told by mail, in one transaction with the act.

const constraints: ConstraintMessages = {
  users_not_oneself: () => new AppError("conflict", "You cannot do this to yourself: another platform admin can"),
  users_last_platform_admin: () => new AppError("conflict", "This is the last active platform admin"),
};

function act<T>(
  admin: PlatformAdminActor,
  { id, reason }: UserActInput,
  operation: string,
  work: (db: WriteClient, user: User, locale: Locale | null) => Promise<T>,
): Promise<T> {
  const run = async (db: WriteClient) => {
    const { user, locale } = await readUserToTell(db, id);
    return work(db, user, locale);
  };
  return platformWrite({ ...admin, reason }, operation, run, { constraints });
}

/**
 * Shuts a person out of everything: sessions, half-done sign-ins and links to a new password end with the same commit.
 * @throws AppError `conflict` for oneself, for the last active platform admin, and for who is shut out already
 */
export async function deactivateUser(admin: PlatformAdminActor, input: UserActInput): Promise<User> {
  return act(admin, input, "users.deactivate", async (db, { id, email }, locale) => {
    // The trigger `shut_out` does the rest, and refuses what must not be.
    const done = await db.rows(
      sql`update users set disabled_at = now() where id = ${id}::uuid and disabled_at is null returning id`,
    );
    if (done.length === 0) throw new AppError("conflict", "This person is deactivated already");
    await queueMail(db, { to: email, ...deactivatedMail(locale) });
    return readUser(db, id);
  });
}

/** Lets a person sign in again, with the rights of before. @throws AppError `conflict` for who is not shut out */
export async function reactivateUser(admin: PlatformAdminActor, input: UserActInput): Promise<User> {
  return act(admin, input, "users.reactivate", async (db, { id, email }, locale) => {
    const done = await db.rows(
      sql`update users set disabled_at = null where id = ${id}::uuid and disabled_at is not null returning id`,
    );
    if (done.length === 0) throw new AppError("conflict", "This person is not deactivated");
    await queueMail(db, { to: email, ...reactivatedMail(locale) });
    return readUser(db, id);
  });
}

/** Ends one living session of a person, or all. @throws AppError `not_found` for one that has ended or is not theirs */
export async function endUserSessions(
  admin: PlatformAdminActor,
  input: EndUserSessionsInput,
): Promise<EndedUserSessions> {
  const { session_id: only = null } = input;
  return act(admin, input, "users.end_sessions", async (db, { id, email }, locale) => {
    const rows = await db.rows(
      sql`update sessions x set revoked_at = now()
          where x.user_id = ${id}::uuid and x.revoked_at is null and x.expires_at > now()
            and (${only}::uuid is null or x.id = ${only}::uuid)
          returning x.id`,
    );
    if (only !== null && rows.length === 0) throw new AppError("not_found", "Session not found");
    if (rows.length > 0) await queueMail(db, { to: email, ...sessionsEndedMail(locale, rows.length) });
    return { ended: rows.length };
  });
}

/**
 * Takes a lost second factor away; the person's sessions end.
 * @throws AppError `conflict` for who has none, and for oneself
 */
export async function resetSecondFactor(admin: PlatformAdminActor, input: UserActInput): Promise<User> {
  return act(admin, input, "users.reset_second_factor", async (db, { id, email }, locale) => {
    const [row] = await db.rows<{ done: boolean }>(
      sql`select app.reset_second_factor(${id}::uuid) as done`,
      "reset_second_factor",
    );
    if (!row?.done) throw new AppError("conflict", "This person has no second factor");
    await queueMail(db, { to: email, ...secondFactorResetMail(locale) });
    return readUser(db, id);
  });
}

/**
 * Mails a person a link to a new password; links from before serve no more. The admin never sees it.
 * @throws AppError `conflict` for who is shut out
 */
export async function sendUserPasswordReset(admin: PlatformAdminActor, input: UserActInput): Promise<User> {
  return act(admin, input, "users.send_password_reset", async (db, user, locale) => {
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest();
    const [row] = await db.rows<{ address: string | null }>(
      sql`select app.offer_password_reset(${user.id}::uuid, ${hash}, make_interval(mins => ${RESET_LIFETIME_MINUTES}::int)) as address`,
      "offer_password_reset",
    );
    if (!row?.address) throw new AppError("conflict", "This person is deactivated: reactivate them first");
    await queueMail(db, { to: row.address, ...passwordResetMail(locale, token) });
    return user;
  });
}
