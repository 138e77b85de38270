import type { RequestOrigin } from "../actor";
import { ask } from "./ask";
import type { Addressee, NewMail } from "./mails";

// How people prove who they are, before there is a session. Each calls one narrow SECURITY DEFINER function. Tokens and
// codes come as hashes.

/** At most so many attempts on a key in each window, which begins with the first of them. */
export interface GuessLimit {
  key: string;
  most: number;
  seconds: number;
}

/** Counts an attempt before its outcome is known; answers the seconds to wait at the first limit that is reached. */
export async function takeGuesses(limits: readonly GuessLimit[]): Promise<number | null> {
  const [row] = await ask<{ wait: number | null }>(
    "select app.take_guesses($1) as wait",
    [JSON.stringify(limits)],
    false,
  );
  return row?.wait ?? null;
}

/** The same for a password. `everywhere` holds only for addresses from which the person is not known to sign in. */
export async function takeSignInGuesses(
  email: string,
  ipAddress: string | null,
  limits: readonly GuessLimit[],
  everywhere: readonly GuessLimit[],
): Promise<number | null> {
  const [row] = await ask<{ wait: number | null }>(
    "select app.take_sign_in_guesses($1, $2, $3, $4) as wait",
    [email, ipAddress, JSON.stringify(limits), JSON.stringify(everywhere)],
    false,
  );
  return row?.wait ?? null;
}

/** After a success: what the keys of `forgotten` counted is forgotten, and those of `returned` get one attempt back. */
export async function returnGuesses(forgotten: readonly string[], returned: readonly string[]): Promise<void> {
  await ask("select app.return_guesses($1, $2)", [forgotten, returned], false);
}

/** True if the person has a second factor, whose challenge was begun: no session opens before it is passed. */
export async function beginChallenge(userId: string, tokenHash: Buffer, lifetimeSeconds: number): Promise<boolean> {
  const [row] = await ask<{ begun: boolean }>(
    "select app.begin_challenge($1, $2, make_interval(secs => $3)) as begun",
    [userId, tokenHash, lifetimeSeconds],
    false,
  );
  return row?.begun === true;
}

export interface Challenge {
  userId: string;
  email: string;
  sealedSecret: Buffer;
}

/** A living challenge; null for any other token. */
export async function findChallenge(tokenHash: Buffer): Promise<Challenge | null> {
  const [row] = await ask<Challenge>(
    `select user_id as "userId", email, sealed_secret as "sealedSecret" from app.find_challenge($1)`,
    [tokenHash],
    true,
  );
  return row ?? null;
}

/** What proves a second factor: the time step of a code that was checked, or the hash of a recovery code. */
export type FactorProof = { step: number } | { recoveryHash: Buffer };

/** The two values that the database's functions take for a proof. */
export function proofValues(proof: FactorProof): [step: number | null, recoveryHash: Buffer | null] {
  return "step" in proof ? [proof.step, null] : [null, proof.recoveryHash];
}

/** Takes a proof once; answers the person, for whom one session may be opened now, or null. */
export async function passChallenge(
  tokenHash: Buffer,
  proof: FactorProof,
  origin: RequestOrigin,
): Promise<string | null> {
  const [row] = await ask<{ id: string | null }>(
    "select app.pass_challenge($1, $2, $3, $4) as id",
    [tokenHash, ...proofValues(proof), details("sign_in.second_factor", origin)],
    false,
  );
  return row?.id ?? null;
}

/** The language of the mail about a session that none of the earlier ones resembles; null where there is nothing to tell. */
export async function findNewDevice(sessionId: string): Promise<Pick<Addressee, "locale"> | null> {
  const [row] = await ask<Pick<Addressee, "locale">>("select locale from app.new_device_of($1)", [sessionId], true);
  return row ?? null;
}

/** Mails the person of a session that none of the earlier ones resembles. */
export async function tellOfNewDevice(sessionId: string, mail: Words): Promise<void> {
  await ask("select app.tell_of_new_device($1, $2, $3, $4)", [sessionId, ...wordsOf(mail)], false);
}

/** Keeps a request for a new password with the job that works it off, whether or not anybody has the address. */
export async function askPasswordReset(email: string, origin: RequestOrigin): Promise<void> {
  await ask("select app.ask_password_reset($1, $2)", [email, details("password.ask_reset", origin)], false);
}

/** Where the mail of a request for a new password goes; null where nobody has the address, or it went out already. */
export async function findPasswordResetRecipient(resetId: string): Promise<Addressee | null> {
  const [row] = await ask<Addressee>("select email, locale from app.password_reset_recipient($1)", [resetId], true);
  return row ?? null;
}

/** Stores a token's hash together with the mail that brings the token. */
export async function sendPasswordReset(
  resetId: string,
  tokenHash: Buffer,
  lifetimeSeconds: number,
  mail: Words,
): Promise<void> {
  await ask(
    "select app.send_password_reset($1, $2, make_interval(secs => $3), $4, $5, $6)",
    [resetId, tokenHash, lifetimeSeconds, ...wordsOf(mail)],
    false,
  );
}

/** Whose password a living token changes; null for any other. */
export async function findPasswordReset(tokenHash: Buffer): Promise<Addressee | null> {
  const [row] = await ask<Addressee>("select email, locale from app.find_password_reset($1)", [tokenHash], true);
  return row ?? null;
}

/** Sets a new password by a token, once, ends all sessions and mails the person; false for a token that does not serve. */
export async function resetPassword(
  tokenHash: Buffer,
  passwordHash: string,
  origin: RequestOrigin,
  mail: Words,
): Promise<boolean> {
  const [row] = await ask<{ email: string | null }>(
    "select app.reset_password($1, $2, $3, $4, $5, $6) as email",
    [tokenHash, passwordHash, details("password.reset", origin), ...wordsOf(mail)],
    false,
  );
  return Boolean(row?.email);
}

type Words = Pick<NewMail, "subject" | "text" | "html">;

function wordsOf({ subject, text, html }: Words): (string | null)[] {
  return [subject, text, html ?? null];
}

function details(action: string, { requestId, ipAddress, userAgent }: RequestOrigin): string {
  return JSON.stringify({ action, request_id: requestId, ip_address: ipAddress, user_agent: userAgent });
}
