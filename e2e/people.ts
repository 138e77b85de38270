import type { APIRequestContext } from "@playwright/test";
import { DEMO_SIGN_INS } from "@/prisma/seed/demo-sign-ins";

export const SESSION_COOKIE = "bulkhead.session";

/** The demo's person with this role, as the sign-in page names it; the first, or the one of this tenant. */
export function personOf(role: string, tenant?: string) {
  const person = DEMO_SIGN_INS.find((signIn) => signIn.role === role && (!tenant || signIn.tenantSlug === tenant));
  if (!person) throw new Error(`The demo has no ${role}`);
  return person;
}

/** The demo's person of this name. */
export function personNamed(fullName: string) {
  const person = DEMO_SIGN_INS.find((signIn) => signIn.fullName === fullName);
  if (!person) throw new Error(`The demo has no ${fullName}`);
  return person;
}

/** Signs in without a browser; answers the value of the session cookie. */
export async function tokenOf(request: APIRequestContext, { email, password }: { email: string; password: string }) {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/callback/credentials", { form: { email, password, csrfToken, json: "true" } });
  const { cookies } = await request.storageState();
  return cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
}
