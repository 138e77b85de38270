import { isValidElement } from "react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createAccount } from "@/lib/accounts/commands";
import { listAccountTree } from "@/lib/accounts/queries";
import { createAccountInput } from "@/lib/accounts/schema";
import type { MemberActor, PersonActor } from "@/lib/actor";
import { env } from "@/lib/env";
import { personAction, tenantAction } from "@/lib/http/action";
import { personPage, tenantPage } from "@/lib/http/page";
import { updateProfile } from "@/lib/profile/commands";
import { getProfile } from "@/lib/profile/queries";
import { endSession, endSessions } from "@/lib/sessions/commands";
import { identity } from "@/lib/tenant-db";
import { callApi } from "@/lib/testing/api";
import { asOwner, createMember, createTenant, doorsOfThisFile, type TestTenant } from "@/lib/testing/fixtures";
import { changePassword } from "./own-security";
import { hashPassword } from "./passwords";
import { signSessionToken } from "./session-token";

// Whatever is taken from somebody is refused on the very next request, by page, action and API, although the same request
// was served a moment before and its sender's rights are remembered. Access keys: remembered-rights.db.test.ts.

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const database = doorsOfThisFile();
let tenant: TestTenant;
let member: MemberActor;

beforeAll(() => {
  request.headers = new Headers({ origin: env().appUrl });
});

beforeEach(async () => {
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  request.cookies.set("bulkhead.session", { value: await signSessionToken(member) });
});

/** How a request was answered: served, or why not. */
type Outcome = "served" | "sign in" | "not found" | "forbidden";

interface Way {
  send: () => Promise<Outcome>;
  /** True: it leaves something behind that must not be there once it was refused. */
  writes?: boolean;
}

async function page(render: () => Promise<unknown>): Promise<Outcome> {
  try {
    const shown = await render();
    return isValidElement(shown) ? "forbidden" : "served";
  } catch (error) {
    const digest = String((error as { digest?: string }).digest);
    if (digest.startsWith("NEXT_REDIRECT;replace;/sign-in")) return "sign in";
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;404") return "not found";
    throw error;
  }
}

async function action(run: () => ReturnType<ReturnType<typeof personAction>>): Promise<Outcome> {
  const result = await run();
  if (result.ok) return "served";
  const { code } = result.error;
  if (code === "token_expired") return "sign in";
  if (code === "not_found") return "not found";
  if (code === "forbidden") return "forbidden";
  throw new Error(code);
}

async function api(method: "GET" | "POST" | "PATCH", address: string, body?: unknown): Promise<Outcome> {
  const { status, text } = await callApi(method, address, {
    token: member,
    headers: { "x-tenant": tenant.slug },
    ...(body !== undefined && { body }),
  });
  if (status < 300) return "served";
  if (status === 401) return "sign in";
  if (status === 404) return "not found";
  if (status === 403) return "forbidden";
  throw new Error(text);
}

const newAccount = () => ({ name: `Account ${Math.random()}`, currency: "EUR" });
const treePage = tenantPage(async ({ actor }) => (await listAccountTree(actor)).length.toString());
const createAction = tenantAction(createAccountInput, createAccount);
const ownPage = personPage(async ({ actor }) => (await getProfile(actor)).email);
const ownAction = personAction(z.strictObject({ full_name: z.string() }), updateProfile);

const IN_TENANT: Record<string, Way> = {
  page: { send: () => page(() => treePage({ params: Promise.resolve({ tenant: tenant.slug }) })) },
  action: { send: () => action(() => createAction(tenant.slug, newAccount())), writes: true },
  "API, reading": { send: () => api("GET", "/api/v1/accounts") },
  "API, writing": { send: () => api("POST", "/api/v1/account", newAccount()), writes: true },
};
const OWN: Record<string, Way> = {
  "page of one's own": { send: () => page(() => ownPage({ params: Promise.resolve({}) })) },
  "action on one's own": { send: () => action(() => ownAction({ full_name: "Changed" })), writes: true },
  "API of one's own": { send: () => api("PATCH", "/api/v1/profile", { full_name: "Changed" }), writes: true },
};
const EVERYWHERE = { ...IN_TENANT, ...OWN };

const elsewhere = async (): Promise<PersonActor> => {
  const { userId, requestId } = member;
  const sessionId = await identity.openSession(userId, null, null, 3600);
  return { kind: "person", userId, sessionId, requestId, ipAddress: null, userAgent: null };
};
const sql = (text: string, values: () => unknown[]) => () => asOwner(database(), text, values());

/** What is taken, how, from which ways in, and what these say then. */
const LOSSES: [string, () => Promise<unknown>, Record<string, Way>, Outcome][] = [
  [
    "the session was ended from elsewhere",
    async () => endSession(await elsewhere(), { id: member.sessionId }),
    EVERYWHERE,
    "sign in",
  ],
  [
    "the person signed out everywhere",
    async () => endSessions(await elsewhere(), { keep_current: false }),
    EVERYWHERE,
    "sign in",
  ],
  [
    "the password was changed from elsewhere",
    async () => {
      await asOwner(database(), "insert into user_credentials (user_id, password_hash) values ($1, $2)", [
        member.userId,
        await hashPassword("correct horse battery"),
      ]);
      const input = { current_password: "correct horse battery", new_password: "a quite different staple" };
      await changePassword(await elsewhere(), input);
    },
    EVERYWHERE,
    "sign in",
  ],
  ["the person signed out", () => identity.closeSession(member.sessionId), EVERYWHERE, "sign in"],
  [
    "the session was unused for too long",
    sql("update sessions set expires_at = now() where id = $1", () => [member.sessionId]),
    EVERYWHERE,
    "sign in",
  ],
  [
    "the person was disabled",
    sql("update users set disabled_at = now() where id = $1", () => [member.userId]),
    EVERYWHERE,
    "sign in",
  ],
  [
    "the membership was deactivated",
    sql("update memberships set status = 'deactivated' where id = $1", () => [member.membershipId]),
    IN_TENANT,
    "not found",
  ],
  [
    "the membership was taken away",
    sql("update memberships set deleted_at = now() where id = $1", () => [member.membershipId]),
    IN_TENANT,
    "not found",
  ],
  [
    "the role was taken away",
    sql("delete from membership_roles where membership_id = $1", () => [member.membershipId]),
    IN_TENANT,
    "forbidden",
  ],
  [
    "the role may nothing any more",
    sql(
      `with gone as (delete from role_permissions where tenant_id = $1)
       update roles set grants_all = false where tenant_id = $1`,
      () => [tenant.id],
    ),
    IN_TENANT,
    "forbidden",
  ],
  [
    "the tenant was suspended",
    sql("update tenants set status = 'suspended' where id = $1", () => [tenant.id]),
    IN_TENANT,
    "forbidden",
  ],
];

const cases = LOSSES.flatMap(([what, lose, ways, outcome]) =>
  Object.entries(ways).map(([name, way]) => [what, name, way, lose, outcome] as const),
);

async function changes(): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    database(),
    `select count(*)::int as count from audit_logs
     where (tenant_id = $1 and table_name = 'accounts') or (table_name = 'users' and record_id = $2)`,
    [tenant.id, member.userId],
  );
  return row?.count ?? 0;
}

describe("on the very next request", () => {
  test.each(cases)("after %s: %s", async (_what, _name, { send, writes }, lose, outcome) => {
    const before = await changes();
    expect(await send()).toBe("served");
    if (writes) expect(await changes()).toBeGreaterThan(before);
    // Once more, from what is remembered of the sender.
    expect(await send()).toBe("served");
    await lose();
    const after = await changes();
    expect(await send()).toBe(outcome);
    expect(await changes()).toBe(after);
  });

  test("what is still one's own is served although the tenant is lost", async () => {
    await asOwner(database(), "update memberships set deleted_at = now() where id = $1", [member.membershipId]);
    for (const { send } of Object.values(OWN)) expect(await send()).toBe("served");
  });
});
