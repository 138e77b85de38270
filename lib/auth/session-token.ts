import { errors, jwtVerify, SignJWT } from "jose";
import { deriveSecret, env } from "../env";
import { AppError } from "../errors";

export const SESSION_COOKIE = "bulkhead.session";

// Of the claims' layout; a token of another version is refused.
const TOKEN_VERSION = 1;

/** What a session token says: whom and which session row. What that row allows is asked anew on every request. */
export interface SessionClaims {
  sessionId: string;
  userId: string;
}

/** Attributes of the session cookie: out of reach for scripts, and for other sites' forms. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: env().appUrl.startsWith("https:") } as const;
}

/** How long a session lasts after sign-in, however much it is used. */
export function sessionLifetimeSeconds(): number {
  return env().sessionLifetimeHours * 60 * 60;
}

/** A signed token (JWS, HS256: three parts divided by dots) for a session that was opened just now. */
export function signSessionToken({ sessionId, userId }: SessionClaims): Promise<string> {
  return new SignJWT({ sid: sessionId, v: TOKEN_VERSION })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(`${sessionLifetimeSeconds()} s`)
    .sign(deriveSecret("session"));
}

/**
 * Checks a token's signature and time, without the database.
 * @throws AppError `token_expired`, or `token_invalid` for anything that we did not sign
 */
export async function verifySessionToken(token: string): Promise<SessionClaims> {
  try {
    const { payload } = await jwtVerify(token, deriveSecret("session"), {
      algorithms: ["HS256"],
      requiredClaims: ["exp", "sub"],
    });
    const { sid, sub, v } = payload;
    if (typeof sid === "string" && typeof sub === "string" && v === TOKEN_VERSION)
      return { sessionId: sid, userId: sub };
  } catch (cause) {
    throw new AppError(cause instanceof errors.JWTExpired ? "token_expired" : "token_invalid", undefined, { cause });
  }
  throw new AppError("token_invalid");
}
