import { createHmac, timingSafeEqual } from "node:crypto";
import { SignJWT } from "jose";
import { deriveSecret, env } from "../env";
import { AppError } from "../errors";

export const SESSION_COOKIE = "bulkhead.session";

const ALGORITHM = "HS256";

// How each token of ours begins: no other algorithm is ever tried.
const HEADER = Buffer.from(JSON.stringify({ alg: ALGORITHM })).toString("base64url");

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
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(`${sessionLifetimeSeconds()} s`)
    .sign(deriveSecret("session"));
}

/**
 * Checks a token's signature and time, without the database. By hand: each page and each call of the API waits for it, and
 * the library's way by WebCrypto takes ten times as long.
 * @throws AppError `token_expired`, or `token_invalid` for anything that we did not sign
 */
export async function verifySessionToken(token: string): Promise<SessionClaims> {
  const [header, payload = "", signature = "", ...rest] = token.split(".");
  if (header !== HEADER || rest.length > 0 || !isSignature(signature, `${header}.${payload}`))
    throw new AppError("token_invalid");
  const { sid, sub, v, exp } = claimsOf(payload);
  if (typeof sid !== "string" || typeof sub !== "string" || typeof exp !== "number" || v !== TOKEN_VERSION)
    throw new AppError("token_invalid");
  if (exp * 1000 <= Date.now()) throw new AppError("token_expired");
  return { sessionId: sid, userId: sub };
}

function isSignature(given: string, signed: string): boolean {
  const expected = Buffer.from(createHmac("sha256", deriveSecret("session")).update(signed).digest("base64url"));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Of a payload that we signed. */
function claimsOf(payload: string): Record<string, unknown> {
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  return { ...(typeof claims === "object" && claims) };
}
