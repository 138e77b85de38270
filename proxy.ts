import { type NextRequest, NextResponse } from "next/server";
import { signInPath } from "@/lib/auth/next-path";

/** Pages that make sense without a session. */
const FOR_STRANGERS = /^\/(sign-in|forgot-password|reset-password|invitation)$/;

/**
 * Comfort only: spares people without a cookie a page that would send them to sign in anyway. Nothing is guarded here;
 * without this file nothing opens.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (request.method !== "GET" || FOR_STRANGERS.test(pathname)) return NextResponse.next();
  return NextResponse.redirect(new URL(signInPath(pathname === "/" ? null : pathname + search), request.url));
}

export const config = {
  matcher: [
    {
      // Pages, as `lib/http/page-requests.ts` has them.
      source: "/((?!api/|health|_next/|.*\\.[a-z0-9]+$).*)",
      // Read when the application is built, so that the name stands here itself. With the cookie nothing of this runs.
      missing: [{ type: "cookie", key: "bulkhead.session" }],
    },
  ],
};
