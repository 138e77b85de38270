import { cookies, headers } from "next/headers";
import type { NextAuthOptions, Profile, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { deriveSecret, env } from "../env";
import { AppError, type ErrorCode } from "../errors";
import { logger, reportError } from "../logger";
import { identity } from "../tenant-db";
import { challengeToken, forgetChallenge, keepChallenge } from "./challenge-cookie";
import { keepLocale, restoreLocale } from "./locale-cookie";
import { codePath, nextPath, SECOND_STEP } from "./next-path";
import { requestOrigin } from "./request-origin";
import {
  SESSION_COOKIE,
  type SessionClaims,
  sessionCookieOptions,
  sessionLifetimeSeconds,
  signSessionToken,
  verifySessionToken,
} from "./session-token";
import { SecondFactorPending, signInWithCode, signInWithGoogle, signInWithPassword } from "./sign-in";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
  interface Profile {
    email_verified?: boolean;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

/**
 * How next-auth signs people in and out. It keeps the cookie and the exchange with Google; who may do what is read from
 * the session's row on each request, by `lib/auth/actor.ts`.
 */
export function authOptions(): NextAuthOptions {
  const { google } = env();
  return {
    secret: deriveSecret("next-auth").toString("base64url"),
    session: { strategy: "jwt", maxAge: sessionLifetimeSeconds() },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions() } },
    useSecureCookies: sessionCookieOptions().secure,
    providers: [passwordProvider(), codeProvider(), ...(google ? [GoogleProvider(google)] : [])],
    callbacks: {
      signIn: ({ user, account, profile }) =>
        account?.provider === "google" ? admitGoogle(user, profile) : Boolean(user.sessionId),
      jwt: ({ user }) => ({ sub: user.id, sessionId: user.sessionId }),
      redirect: ({ url, baseUrl }) => baseUrl + (nextPath(url, baseUrl) ?? "/"),
    },
    jwt: {
      async encode({ token }) {
        if (!token?.sub || !token.sessionId) throw new Error("A token without its session");
        return signSessionToken({ sessionId: token.sessionId, userId: token.sub });
      },
      async decode({ token }) {
        const claims = token ? await verifySessionToken(token).catch(() => null) : null;
        return claims && { sub: claims.userId, sessionId: claims.sessionId };
      },
    },
    events: {
      async signIn({ user }) {
        if (user.sessionId) await restoreLocale(user.sessionId);
      },
      async signOut({ token }) {
        if (token?.sessionId) await identity.closeSession(token.sessionId);
        // The next person of this device is not met in this one's language.
        await keepLocale(null);
      },
    },
    logger: {
      error: (code, metadata) => reportError(metadata, { code }),
      warn: (code) => logger.warn({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: (credentials) =>
      asUser(async () => {
        const { email, password } = credentials ?? {};
        if (typeof email !== "string" || typeof password !== "string") throw new AppError("token_invalid");
        return signInWithPassword({ email, password }, requestOrigin(await headers()));
      }),
  });
}

/** The second step: the code of an authenticator app, or a recovery code, for the challenge in the browser's cookie. */
function codeProvider() {
  return CredentialsProvider({
    id: "second-factor",
    credentials: { code: {} },
    authorize: (credentials) =>
      asUser(async () => {
        const { code } = credentials ?? {};
        if (typeof code !== "string" || code.length > 100) throw new AppError("token_invalid");
        const claims = await signInWithCode({ token: await challengeToken(), code }, requestOrigin(await headers()));
        await forgetChallenge();
        return claims;
      }, CODE_PROBLEMS),
  });
}

/** What is wrong with a code has other names than what is wrong with a password. */
const CODE_PROBLEMS: Partial<Record<ErrorCode, string>> = {
  token_invalid: "code_invalid",
  token_expired: "code_expired",
};

/** Opens the session of a Google sign-in; answers true, or the address that says why not. */
async function admitGoogle(user: User, profile: Profile | undefined): Promise<boolean | string> {
  try {
    const claims = await asUser(async () => signInWithGoogle(profile ?? {}, requestOrigin(await headers())));
    Object.assign(user, claims);
    return true;
  } catch (error) {
    const problem = error instanceof Error ? error.message : "internal";
    return problem === SECOND_STEP ? codePath(await placeAfterGoogle()) : `/sign-in?error=${problem}`;
  }
}

/** next-auth keeps where to go after Google in a cookie. */
async function placeAfterGoogle(): Promise<string | null> {
  const { appUrl } = env();
  const name = `${sessionCookieOptions().secure ? "__Secure-" : ""}next-auth.callback-url`;
  return nextPath((await cookies()).get(name)?.value, appUrl);
}

/** next-auth shows an error's message in the address of the sign-in page: it gets the code only. */
async function asUser(
  signIn: () => Promise<SessionClaims>,
  names: Partial<Record<ErrorCode, string>> = {},
): Promise<{ id: string; sessionId: string }> {
  try {
    const { userId, sessionId } = await signIn();
    return { id: userId, sessionId };
  } catch (error) {
    if (error instanceof SecondFactorPending) {
      await keepChallenge(error.token);
      throw new Error(SECOND_STEP);
    }
    if (error instanceof AppError) throw new Error(problemOf(error, names));
    reportError(error, { operation: "sign-in" });
    throw new Error("internal");
  }
}

/** The code of an error, and for a limit the minutes to wait. */
function problemOf({ code, retryAfterSeconds }: AppError, names: Partial<Record<ErrorCode, string>>): string {
  if (code === "rate_limited" && retryAfterSeconds) return `rate_limited.${Math.ceil(retryAfterSeconds / 60)}`;
  return names[code] ?? code;
}
