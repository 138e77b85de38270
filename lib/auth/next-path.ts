/**
 * A place inside the application to go to after sign-in, or null if the given one is none: another origin, a
 * protocol, a route that is no page, or sign-in itself.
 * @param given a path such as `/aurora/accounts?status=FAILED`, or an absolute address under `appUrl`
 */
export function nextPath(given: unknown, appUrl: string): string | null {
  if (typeof given !== "string" || given.length > 2000) return null;
  // Browsers read a backslash as a slash, and skip control characters: "/\evil.example" is another origin to them.
  if (/[\\\p{Cc}]/u.test(given) || given.startsWith("//") || !URL.canParse(given, appUrl)) return null;
  if (!given.startsWith("/") && !given.startsWith(`${appUrl}/`)) return null;
  const url = new URL(given, appUrl);
  if (url.origin !== new URL(appUrl).origin || url.username !== "" || url.pathname.startsWith("//")) return null;
  if (/^\/(api|sign-in|forgot-password|reset-password|_next)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page, which leads back to `path` afterwards. */
export function signInPath(path: string | null): string {
  return path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in";
}

/** The name of the step between password and session, as sign-in answers it. */
export const SECOND_STEP = "second_factor";

/** The second step of sign-in, which leads to `next` afterwards. */
export function codePath(next: string | null): string {
  return `/sign-in?${new URLSearchParams({ step: "code", ...(next && { next }) })}`;
}

/** Where a person starts who asked for nothing in particular; null for one who belongs nowhere. */
export function homePath(person: {
  isPlatformAdmin: boolean;
  tenants: readonly { slug: string; status: string }[];
}): string | null {
  const tenant = person.tenants.find(({ status }) => status === "active");
  if (tenant) return `/${tenant.slug}`;
  return person.isPlatformAdmin ? "/admin" : null;
}
