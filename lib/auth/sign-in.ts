import type { RequestOrigin } from "../actor";
import { AppError } from "../errors";
import { reportError } from "../logger";
import { credentials, identity } from "../tenant-db";
import { countCode, countSignIn } from "./guess-limits";
import { newSignInMail } from "./mails";
import { openSession } from "./open-session";
import { verifyPassword } from "./passwords";
import { hashToken, newToken, proofOf } from "./second-factor";
import type { SessionClaims } from "./session-token";

/** How long the code of a second factor is waited for. */
export const CHALLENGE_SECONDS = 5 * 60;

/** The first factor was right, and a second one is to come: whoever brings this token with its code gets the session. */
export class SecondFactorPending extends Error {
  override readonly name = "SecondFactorPending";
  readonly token: string;

  constructor(token: string) {
    super("A second factor is to come");
    this.token = token;
  }
}

/**
 * Opens a session for an e-mail address and password.
 * @throws SecondFactorPending where a code is still to come
 * @throws AppError `token_invalid` with one sentence for whatever was wrong; `rate_limited` after too many failures;
 * `unavailable`
 */
export async function signInWithPassword(
  input: { email: string; password: string },
  origin: RequestOrigin,
): Promise<SessionClaims> {
  const email = input.email.trim().toLowerCase();
  const refused = new AppError("token_invalid", "The e-mail address or the password is wrong");
  // No address or password like this can exist, and PostgreSQL would not take a NUL.
  if (email.length > 254 || /\p{Cc}/u.test(email)) throw refused;
  const succeeded = await countSignIn(email, origin.ipAddress);
  const found = await identity.findCredentials(email);
  const matches = await verifyPassword(found?.passwordHash ?? null, input.password);
  if (!found || !matches || found.disabled) throw refused;
  await succeeded();
  return proceed(found.userId, origin);
}

/**
 * Opens a session for a person whom Google vouches for. Nobody is made here: an unknown person is refused.
 * @throws SecondFactorPending where a code is still to come
 * @throws AppError `forbidden` without a verified address or an account here
 */
export async function signInWithGoogle(
  profile: { sub?: string; email?: string; email_verified?: boolean },
  origin: RequestOrigin,
): Promise<SessionClaims> {
  const userId =
    profile.sub && profile.email && profile.email_verified === true
      ? await identity.findGoogleUser(profile.sub, profile.email)
      : null;
  if (!userId) throw new AppError("forbidden", "Nobody here has this Google account");
  return proceed(userId, origin);
}

/**
 * Opens the session of a person whose password (or Google) was right, by a code of the authenticator or a recovery code.
 * @param token of `SecondFactorPending`
 * @throws AppError `token_expired` where it serves no more; `token_invalid` for a wrong code, or one that was used;
 * `rate_limited` after too many of them
 */
export async function signInWithCode(
  input: { token: string | undefined; code: string },
  origin: RequestOrigin,
): Promise<SessionClaims> {
  const tokenHash = hashToken(input.token ?? "");
  const challenge = input.token ? await credentials.findChallenge(tokenHash) : null;
  if (!challenge) throw new AppError("token_expired", "That took too long. Please sign in again");
  const succeeded = await countCode(challenge.userId);
  const proof = await proofOf(input.code, challenge);
  const userId = proof && (await credentials.passChallenge(tokenHash, proof, origin));
  if (!userId) throw new AppError("token_invalid", "The code is wrong, or was used already");
  await succeeded();
  return enter(userId, origin);
}

async function proceed(userId: string, origin: RequestOrigin): Promise<SessionClaims> {
  const token = newToken();
  if (await credentials.beginChallenge(userId, hashToken(token), CHALLENGE_SECONDS))
    throw new SecondFactorPending(token);
  return enter(userId, origin);
}

async function enter(userId: string, origin: RequestOrigin): Promise<SessionClaims> {
  const claims = await openSession(userId, origin);
  try {
    const found = await credentials.findNewDevice(claims.sessionId);
    if (found) await credentials.tellOfNewDevice(claims.sessionId, newSignInMail(found.locale, origin));
  } catch (error) {
    // The person is in already: a mail that cannot be stored must not keep them out.
    reportError(error, { operation: "sign-in", requestId: origin.requestId });
  }
  return claims;
}
