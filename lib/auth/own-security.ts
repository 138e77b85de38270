import type { PersonActor } from "../actor";
import { AppError, fieldError } from "../errors";
import type { Locale } from "../locale";
import { credentials, personRead, personWrite, queueMail, type ReadClient, sql, type WriteClient } from "../tenant-db";
import { countCode, countOwnPassword } from "./guess-limits";
import { passwordChangedMail, secondFactorMail } from "./mails";
import { hashPassword, passwordProblem, verifyPassword } from "./passwords";
import type {
  BeginSecondFactorInput,
  ChangePasswordInput,
  ChangeSecondFactorInput,
  ConfirmSecondFactorInput,
} from "./schema";
import {
  authenticatorOf,
  type NewAuthenticator,
  newRecoveryCodes,
  newSecret,
  proofOf,
  sealAuthenticator,
} from "./second-factor";

// What a person changes about how they sign in: password and second factor. Each act needs the password again, or a code,
// so that a session left open does not give the account away.

interface OwnSecurity {
  email: string;
  /** Language of mails; null: not chosen. */
  locale: Locale | null;
  password_hash: string | null;
  sealed_secret: Buffer | null;
  /** ISO 8601; null: there is none, or it is being set up. */
  confirmed_at: string | null;
  recovery_codes_left: number;
}

/** The person's second factor, for the page. */
export interface SecondFactorState {
  has_password: boolean;
  /** ISO 8601; null: none. */
  on_since: string | null;
  recovery_codes_left: number;
}

/** How it stands with the person's second factor. */
export async function getSecondFactor(actor: PersonActor): Promise<SecondFactorState> {
  const own = await personRead(actor, readOwn);
  return {
    has_password: own.password_hash !== null,
    on_since: own.confirmed_at,
    recovery_codes_left: own.recovery_codes_left,
  };
}

/**
 * Begins to set up an authenticator app. It protects nothing before `confirmSecondFactor`.
 * @throws AppError that names `password`; `conflict` if there is one already
 */
export async function beginSecondFactor(actor: PersonActor, input: BeginSecondFactorInput): Promise<NewAuthenticator> {
  const own = await personRead(actor, readOwn);
  await checkPassword(actor, own, "password", input.password);
  const secret = newSecret();
  const sealed = sealAuthenticator(secret, actor.userId);
  const isBegun = await personWrite(actor, "second_factor.begin", (db) =>
    truth(db, sql`select app.begin_second_factor(${sealed}) as is_so`),
  );
  if (!isBegun) throw new AppError("conflict", "An authenticator app is set up already: take it away first");
  return authenticatorOf(secret, own.email);
}

/**
 * Puts the second factor in force, once the app shows the right code, and ends all other sessions.
 * @returns recovery codes, shown only now
 * @throws AppError that names `code`; `rate_limited`
 */
export async function confirmSecondFactor(
  actor: PersonActor,
  input: ConfirmSecondFactorInput,
): Promise<{ recovery_codes: string[] }> {
  const own = await personRead(actor, readOwn);
  if (!own.sealed_secret || own.confirmed_at) throw new AppError("conflict", "No authenticator app is being set up");
  const succeeded = await countCode(actor.userId);
  const proof = await proofOf(input.code, { sealedSecret: own.sealed_secret, userId: actor.userId });
  if (!proof || !("step" in proof)) throw wrongCode();
  const { codes, hashes } = newRecoveryCodes(actor.userId);
  await personWrite(actor, "second_factor.confirm", async (db) => {
    const isDone = await truth(
      db,
      sql`select app.confirm_second_factor(${actor.sessionId}::uuid, ${proof.step}::bigint, ${hashes}::bytea[]) as is_so`,
    );
    if (!isDone) throw wrongCode();
    await queueMail(db, { to: own.email, kind: "second_factor", ...secondFactorMail(own.locale, "added", actor) });
  });
  await succeeded();
  return { recovery_codes: codes };
}

/** Takes the second factor away. @throws AppError that names `password` or `code`; `rate_limited` */
export async function removeSecondFactor(actor: PersonActor, input: ChangeSecondFactorInput): Promise<null> {
  await withProof(actor, input, "second_factor.remove", async (db, { email, locale }) => {
    await db.rows(sql`select app.remove_second_factor()`);
    await queueMail(db, { to: email, kind: "second_factor", ...secondFactorMail(locale, "removed", actor) });
  });
  return null;
}

/** Makes new recovery codes; the former ones serve no more. @throws AppError that names `password` or `code`; `rate_limited` */
export async function replaceRecoveryCodes(
  actor: PersonActor,
  input: ChangeSecondFactorInput,
): Promise<{ recovery_codes: string[] }> {
  const { codes, hashes } = newRecoveryCodes(actor.userId);
  await withProof(actor, input, "second_factor.replace_recovery_codes", async (db, { email, locale }) => {
    await db.rows(sql`select app.replace_recovery_codes(${hashes}::bytea[])`);
    await queueMail(db, { to: email, kind: "second_factor", ...secondFactorMail(locale, "recoveryCodes", actor) });
  });
  return { recovery_codes: codes };
}

/**
 * Changes the person's own password, and ends all other sessions.
 * @throws AppError that names `current_password` or `new_password`; `rate_limited`
 */
export async function changePassword(actor: PersonActor, input: ChangePasswordInput): Promise<null> {
  const own = await personRead(actor, readOwn);
  if (own.password_hash === null)
    throw new AppError(
      "conflict",
      "You have no password yet: ask for one by “Forgot your password?” on the sign-in page",
    );
  await checkPassword(actor, own, "current_password", input.current_password);
  const problem = passwordProblem(input.new_password, own.email);
  if (problem) throw fieldError("new_password", problem);
  const hash = await hashPassword(input.new_password);
  await personWrite(actor, "password.change", async (db) => {
    await db.rows(sql`select app.set_own_password(${actor.sessionId}::uuid, ${hash})`);
    await queueMail(db, { to: own.email, kind: "password_changed", ...passwordChangedMail(own.locale, actor) });
  });
  return null;
}

/** Does something that takes password and code, in the transaction that uses the code up. */
async function withProof(
  actor: PersonActor,
  input: ChangeSecondFactorInput,
  operation: string,
  work: (db: WriteClient, own: OwnSecurity) => Promise<void>,
): Promise<void> {
  const own = await personRead(actor, readOwn);
  if (!own.sealed_secret || !own.confirmed_at) throw new AppError("conflict", "No authenticator app is set up");
  await checkPassword(actor, own, "password", input.password);
  const succeeded = await countCode(actor.userId);
  const proof = await proofOf(input.code, { sealedSecret: own.sealed_secret, userId: actor.userId });
  if (!proof) throw wrongCode();
  const [step, recoveryHash] = credentials.proofValues(proof);
  await personWrite(actor, operation, async (db) => {
    const isTaken = await truth(db, sql`select app.use_own_code(${step}::bigint, ${recoveryHash}::bytea) as is_so`);
    if (!isTaken) throw wrongCode();
    await work(db, own);
  });
  await succeeded();
}

/** Who signs in with Google alone has no password to tell. */
async function checkPassword(actor: PersonActor, own: OwnSecurity, field: string, given: string): Promise<void> {
  if (own.password_hash === null) return;
  const succeeded = await countOwnPassword(actor.userId);
  if (!(await verifyPassword(own.password_hash, given))) throw fieldError(field, "The password is wrong");
  await succeeded();
}

async function readOwn(db: ReadClient): Promise<OwnSecurity> {
  const [row] = await db.rows<OwnSecurity>(
    sql`select email, app.reading_locale(app.user_id()) as locale, password_hash, sealed_secret, confirmed_at, recovery_codes_left
        from app.own_security()`,
    "own_security",
  );
  if (!row) throw new AppError("token_expired");
  return row;
}

async function truth(db: ReadClient, query: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await db.rows<{ is_so: boolean }>(query);
  return row?.is_so === true;
}

function wrongCode(): AppError {
  return fieldError("code", "The code is wrong, or was used already");
}
