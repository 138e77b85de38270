import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "../env";
import { authOptions } from "./options";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

// The others (session, _log, verify-request) would serve a client that this application does not use.
const ACTIONS = new Set(["csrf", "providers", "signin", "callback", "signout", "error"]);

const FORM = "application/x-www-form-urlencoded";
const MAX_FORM_LENGTH = 16_384;

/** Serves `/api/auth/…`: next-auth, for the actions that are used and bodies it can read. */
export async function authHandler(request: NextRequest, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params;
  if (!ACTIONS.has(nextauth[0] ?? "")) return problem(404, "Not found");
  if (request.method === "POST") {
    if (!request.headers.get("content-type")?.startsWith(FORM)) return problem(415, `The body must be ${FORM}`);
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= MAX_FORM_LENGTH)) return problem(413, "The request body is too large, or its length is not given");
  }
  // next-auth takes its address from here only; a header of the request must not decide it.
  process.env.NEXTAUTH_URL = env().appUrl;
  const response: Response = await NextAuth(request, context, authOptions());
  // Its own answer to a malformed callbackUrl, the only setting that comes from outside.
  return response.status >= 500 ? problem(400, "The callback address is not valid") : response;
}

function problem(status: number, detail: string): Response {
  return Response.json({ detail }, { status });
}
