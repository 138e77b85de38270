const SENTENCES = new Map([
  ["token_invalid", "The e-mail address or the password is wrong"],
  ["rate_limited", "Too many failed attempts: try again in 15 minutes"],
  ["unavailable", "The service is busy, please try again"],
  ["forbidden", "Nobody here has this Google account"],
]);

/** What went wrong at sign-in, for the code that next-auth puts into the address. */
export function signInProblem(code: string): string {
  return SENTENCES.get(code) ?? "Sign-in failed, please try again";
}
