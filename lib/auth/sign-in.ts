import type { RequestOrigin } from "../actor";
import { AppError } from "../errors";
import { identity } from "../tenant-db";
import { openSession } from "./open-session";
import { verifyPassword } from "./passwords";
import type { SessionClaims } from "./session-token";
import { memoryLimiter } from "./sign-in-limiter";

const limiter = memoryLimiter({ attempts: 10, windowSeconds: 15 * 60 });

/**
 * Opens a session for an e-mail address and password.
 * @throws AppError `token_invalid` with one sentence for whatever was wrong; `rate_limited` after ten failures from one
 * address within 15 minutes; `unavailable`
 */
export async function signInWithPassword(
  input: { email: string; password: string },
  origin: RequestOrigin,
): Promise<SessionClaims> {
  const email = input.email.trim().toLowerCase();
  const refused = new AppError("token_invalid", "The e-mail address or the password is wrong");
  // No address or password like this can exist, and PostgreSQL would not take a NUL.
  if (email.length > 254 || /\p{Cc}/u.test(email)) throw refused;
  const key = `${email} ${origin.ipAddress ?? ""}`;
  const limited = await limiter.consume(key);
  if (limited) {
    const minutes = Math.ceil(limited.waitSeconds / 60);
    throw new AppError("rate_limited", `Too many failed attempts: try again in ${minutes} minutes`, {
      retryAfterSeconds: limited.waitSeconds,
    });
  }
  const found = await identity.findCredentials(email);
  const matches = await verifyPassword(found?.passwordHash ?? null, input.password);
  if (!found || !matches || found.disabled) throw refused;
  const claims = await openSession(found.userId, origin);
  await limiter.reset(key);
  return claims;
}

/**
 * Opens a session for a person whom Google vouches for. Nobody is made here: an unknown person is refused.
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
  return openSession(userId, origin);
}
