import { type NextRequest, NextResponse } from "next/server";
import { signInPath } from "@/lib/auth/next-path";
import { REQUEST_ID_HEADER, REQUEST_PATH_HEADER, requestOrigin } from "@/lib/auth/request-origin";
import { SESSION_COOKIE } from "@/lib/auth/session-token";
import { env } from "@/lib/env";

/** Pages that make sense without a session. */
const FOR_STRANGERS = /^\/(sign-in|forgot-password|reset-password|invitation)$/;

/**
 * Comfort only: gives each page request an id and its own path, and spares people without a cookie a page that would
 * send them to sign in anyway. Nothing is guarded here; without this file nothing opens.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const path = pathname + search;
  if (request.method === "GET" && !FOR_STRANGERS.test(pathname) && !request.cookies.has(SESSION_COOKIE)) {
    return NextResponse.redirect(new URL(signInPath(pathname === "/" ? null : path), request.url));
  }
  const headers = new Headers(request.headers);
  // A stranger's id could pretend to be another request's in the log; an own proxy's id is worth keeping.
  if (env().trustedProxies === 0) headers.delete(REQUEST_ID_HEADER);
  const { requestId } = requestOrigin(headers);
  headers.set(REQUEST_ID_HEADER, requestId);
  headers.set(REQUEST_PATH_HEADER, path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(REQUEST_ID_HEADER, requestId);
  return response;
}

export const config = {
  // Pages: not the API, which has its own adapter, nor health checks, the framework's files, or files of public/.
  matcher: ["/((?!api/|health|_next/|.*\\.[a-z0-9]+$).*)"],
};
