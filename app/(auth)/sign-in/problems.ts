import type { Texts } from "@/lib/messages/texts";

const CODES = ["token_invalid", "code_invalid", "code_expired", "rate_limited", "unavailable", "forbidden"] as const;

/** What went wrong at sign-in, for the code that next-auth puts into the address; a limit's has the minutes to wait. */
export function signInProblem(t: Texts<"client.signIn">, code: string): string {
  const [, minutes] = /^rate_limited\.(\d{1,3})$/.exec(code) ?? [];
  if (minutes) return t("problem.wait", { minutes: Number(minutes) });
  return t(`problem.${CODES.find((known) => known === code) ?? "other"}`);
}
