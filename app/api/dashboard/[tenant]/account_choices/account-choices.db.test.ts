import { beforeAll, expect, test, vi } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { GET } from "./route";

const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => request.cookies }));

const database = doorsOfThisFile();
let tenant: TestTenant;
let ids: Record<"chain" | "branch" | "hotel" | "beside", string>;

beforeAll(async () => {
  tenant = await createTenant(database());
  const chain = await makeAccount(tenant, { name: "Chain", currency: "USD" });
  const branch = await makeAccount(tenant, { name: "Branch", parent_id: chain.id, currency: "JPY" });
  const hotel = await makeAccount(tenant, { name: "Hotel", parent_id: branch.id, currency: "JPY" });
  const beside = await makeAccount(tenant, { name: "Beside", parent_id: chain.id, currency: "USD" });
  await makeAccount(tenant, { name: "Root", currency: "USD" });
  ids = { chain: chain.id, branch: branch.id, hotel: hotel.id, beside: beside.id };
});

/** The route's answer to a person, or to a stranger. */
async function ask(person: MemberActor | null, slug = tenant.slug, sent: RequestInit & { query?: string } = {}) {
  request.cookies.clear();
  if (person) request.cookies.set(SESSION_COOKIE, { value: await signSessionToken(person) });
  const address = `http://localhost:3000/api/dashboard/${slug}/account_choices${sent.query ?? ""}`;
  const answer = await GET(new Request(address, sent), { params: Promise.resolve({ tenant: slug }) });
  return { status: answer.status, body: await answer.json() };
}

test("whoever may list accounts gets them in the order of the tree, with the currency of most", async () => {
  const viewer = await createMember(database(), tenant, { permissions: ["accounts:read"] });
  const { status, body } = await ask(viewer);
  expect(status).toBe(200);
  expect(body.currency).toBe("USD");
  expect(body.accounts).toEqual([
    { id: ids.chain, name: "Chain", parent_id: null },
    { id: ids.beside, name: "Beside", parent_id: ids.chain },
    { id: ids.branch, name: "Branch", parent_id: ids.chain },
    { id: ids.hotel, name: "Hotel", parent_id: ids.branch },
    { id: expect.any(String), name: "Root", parent_id: null },
  ]);
});

test("a restricted member gets its own accounts alone, and nothing of what is above them", async () => {
  const ofBranch = await ask(await createMember(database(), tenant, { accountIds: [ids.branch] }));
  expect(ofBranch.body).toEqual({
    accounts: [
      { id: ids.branch, name: "Branch", parent_id: null },
      { id: ids.hotel, name: "Hotel", parent_id: ids.branch },
    ],
    currency: "JPY",
  });
  const ofOne = await ask(await createMember(database(), tenant, { onlyAccountIds: [ids.branch] }));
  expect(ofOne.body.accounts).toEqual([{ id: ids.branch, name: "Branch", parent_id: null }]);
});

test("it is closed without accounts:read, to other tenants' people, to strangers and to pages of others", async () => {
  const clerk = await createMember(database(), tenant, { permissions: ["payment_intents:read"] });
  expect(await ask(clerk)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  const other = await createTenant(database());
  const foreigner = await createMember(database(), other);
  expect((await ask(foreigner)).status).toBe(404);
  expect((await ask(foreigner, other.slug)).body.accounts).toEqual([]);
  expect((await ask(null)).status).toBe(401);
  const owner = await createMember(database(), tenant);
  expect((await ask(owner, tenant.slug, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(404);
  expect((await ask(owner, tenant.slug, { query: "?tenant_id=1" })).status).toBe(404);
  expect((await ask(owner)).body.accounts).toHaveLength(5);
});
