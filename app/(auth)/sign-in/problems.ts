const SENTENCES = new Map([
  ["token_invalid", "The e-mail address or the password is wrong"],
  ["code_invalid", "The code is wrong, or was used already"],
  ["code_expired", "That took too long. Please sign in again"],
  ["rate_limited", "Too many attempts: try again in 15 minutes"],
  ["unavailable", "The service is busy, please try again"],
  ["forbidden", "Nobody here has this Google account"],
]);

/** What went wrong at sign-in, for the code that next-auth puts into the address; a limit's has the minutes to wait. */
export function signInProblem(code: string): string {
  const [, minutes] = /^rate_limited\.(\d{1,3})$/.exec(code) ?? [];
  if (minutes) return `Too many attempts: try again in ${minutes === "1" ? "a minute" : `${minutes} minutes`}`;
  return SENTENCES.get(code) ?? "Sign-in failed, please try again";
}
