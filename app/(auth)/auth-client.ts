"use client";

import { codePath, SECOND_STEP } from "@/lib/auth/next-path";

// Sign-in and sign-out by next-auth's routes, with its token against forged requests.

/**
 * Signs in; answers null, or the code of what went wrong, for `signInProblem`. Where a code is still to come it leaves for the page that asks for it,
 * which leads to `next`, and answers nothing.
 * @throws if the server cannot be reached
 */
export async function signIn(credentials: { email: string; password: string }, next = "/"): Promise<string | null> {
  const problem = await attempt("credentials", credentials);
  return problem === SECOND_STEP ? leaveFor(codePath(next)) : problem;
}

/** The second step: a code of the authenticator app, or a recovery code. Answers as `signIn` does. */
export async function signInWithCode(code: string): Promise<string | null> {
  return attempt("second-factor", { code });
}

/** Leaves for Google, which leads back to `next`. */
export async function signInWithGoogle(next: string): Promise<void> {
  const { url } = await post("/api/auth/signin/google", { callbackUrl: next });
  window.location.assign(url);
}

/** Ends the session and shows the sign-in page. The page is loaded anew, so that nothing of the session stays behind. */
export async function signOut(): Promise<void> {
  await post("/api/auth/signout", { callbackUrl: "/" });
  window.location.assign("/sign-in");
}

/** Ends the session and leads to the sign-in page, and from there to `next`. */
export async function signOutFor(next: string): Promise<void> {
  await post("/api/auth/signout", { callbackUrl: "/" });
  window.location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
}

async function attempt(provider: string, fields: Record<string, string>): Promise<string | null> {
  const { ok, url } = await post(`/api/auth/callback/${provider}`, { ...fields, callbackUrl: "/" });
  const code = new URL(url).searchParams.get("error");
  return ok && code === null ? null : (code ?? "internal");
}

/** The page is left: whoever waits goes on waiting. */
function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => {});
}

async function post(path: string, fields: Record<string, string>): Promise<{ ok: boolean; url: string }> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  const response = await fetch(path, { method: "POST", body });
  const { url } = (await response.json()) as { url: string };
  return { ok: response.ok, url };
}
