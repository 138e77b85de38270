import { cookies } from "next/headers";
import { sessionCookieOptions } from "./session-token";
import { CHALLENGE_SECONDS } from "./sign-in";

// Between password and code the browser holds a token that opens nothing by itself.

const CHALLENGE_COOKIE = "bulkhead.challenge";

/** Keeps the token of a challenge in the browser. Only where an answer is being made: a route, not a page. */
export async function keepChallenge(token: string): Promise<void> {
  (await cookies()).set(CHALLENGE_COOKIE, token, { ...sessionCookieOptions(), maxAge: CHALLENGE_SECONDS });
}

/** The token that the browser sent, if it holds one. */
export async function challengeToken(): Promise<string | undefined> {
  return (await cookies()).get(CHALLENGE_COOKIE)?.value;
}

/** Takes the token away, after it has served. */
export async function forgetChallenge(): Promise<void> {
  (await cookies()).delete(CHALLENGE_COOKIE);
}
