import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  admin = await createPlatformAdmin(database());
});

const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = admin) =>
  callApi(method, `/api/v1/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const freshSlug = () => `n-${randomBytes(5).toString("hex")}`;
const making = (given: object = {}) => ({
  slug: freshSlug(),
  name: "Boreal Lodges",
  template: "Hospitality",
  reason: "Contract 4711",
  ...given,
});
const complaints = ({ status, body }: Awaited<ReturnType<typeof api>>) =>
  status === 422 ? body.detail.map(({ loc }: { loc: string[] }) => loc.slice(1).join(".")) : status;

describe("a tenant", () => {
  test("is made from a template with its roles and settings, and the log says who and why", async () => {
    const { status, body } = await api(
      "POST",
      "admin/tenant",
      making({ domain: "boreal.example", subscription_tier: "premium" }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      domain: "boreal.example",
      subscription_tier: "premium",
      status: "active",
      member_count: 0,
    });
    expect((await api("GET", `admin/tenant?id=${body.id}`)).body).toEqual(body);
    const made: TestTenant = {
      ...tenant,
      id: body.id,
      slug: body.slug,
      system: { ...tenant.system, tenantId: body.id },
    };
    const first = await createMember(database(), made);
    expect((await api("GET", "roles", undefined, first)).body.total).toBe(7);
    expect((await api("GET", "tenant_config", undefined, first)).body.template.name).toBe("Hospitality");
    const entry = {
      actor_kind: "platform_admin",
      actor_label: "Petra Platform",
      operation: "tenants.create",
      reason: "Contract 4711",
    };
    const across = (await api("GET", `admin/audit_logs?tenant=${body.id}&table=tenants`)).body.items;
    expect(across).toMatchObject([{ ...entry, user_id: admin.userId, tenant: { id: body.id, slug: body.slug } }]);
    // The tenant reads the same in its own log.
    expect((await api("GET", "audit_logs?table=tenants", undefined, first)).body.items).toMatchObject([entry]);
  });

  test("needs a free slug, a template that exists, and a reason; each wrong field is named, nothing is stored", async () => {
    const count = async () => (await api("GET", "admin/tenants")).body.total;
    const before = await count();
    const taken = await api("POST", "admin/tenant", making({ slug: tenant.slug }));
    expect([taken.status, taken.body.code]).toEqual([400, "already_exists"]);
    expect(complaints(await api("POST", "admin/tenant", making({ template: "None" })))).toEqual(["template"]);
    for (const slug of ["admin", "api", "Boreal", "-a", "a".repeat(49), ""])
      expect(complaints(await api("POST", "admin/tenant", making({ slug }))), slug).toEqual(["slug"]);
    const wrong = { name: "", domain: "x", subscription_tier: "gold", reason: " ", status: "closed" };
    expect(complaints(await api("POST", "admin/tenant", making(wrong))).sort()).toEqual(Object.keys(wrong).sort());
    expect(await count()).toBe(before);
  });

  test("is changed in the fields that are present, with a reason", async () => {
    const { id, slug } = await createTenant(database());
    const patch = (given: object) => api("PATCH", "admin/tenant", { id, reason: "Asked by phone", ...given });
    expect((await patch({ subscription_tier: "enterprise" })).body).toMatchObject({
      slug,
      name: `Tenant ${slug}`,
      subscription_tier: "enterprise",
    });
    expect((await patch({ domain: "a.example" })).body.domain).toBe("a.example");
    expect((await patch({ domain: null })).body).toMatchObject({ domain: null, subscription_tier: "enterprise" });
    expect(complaints(await api("PATCH", "admin/tenant", { id, name: "X" }))).toEqual(["reason"]);
    expect((await api("PATCH", "admin/tenant", { id: admin.userId, reason: "No such" })).status).toBe(404);
  });

  test("that is suspended shuts out its sessions and keys on the very next request, until it is let in again", async () => {
    const customer = await createTenant(database());
    const tokens = [await createKey(customer), await createMember(database(), customer)];
    const statuses = async () =>
      Promise.all(tokens.map(async (token) => (await api("GET", "accounts", undefined, token)).status));
    // Twice, so that what is remembered of the tokens is warm.
    for (let n = 0; n < 2; n += 1) expect(await statuses()).toEqual([200, 200]);
    const change = (what: string, reason = "Unpaid bills") =>
      api("POST", `admin/tenant/${what}`, { id: customer.id, reason });
    expect((await change("suspend")).body).toMatchObject({ id: customer.id, status: "suspended" });
    expect(await statuses()).toEqual([403, 403]);
    const refused = await change("suspend");
    expect([refused.status, refused.body.detail]).toEqual([409, "This tenant is suspended"]);
    expect((await change("reactivate", "Paid")).body.status).toBe("active");
    expect(await statuses()).toEqual([200, 200]);
    expect((await change("reactivate")).status).toBe(409);
    const { items } = (await api("GET", `admin/audit_logs?tenant=${customer.id}&table=tenants&action=update`)).body;
    expect(items.map(({ operation, reason }: Record<string, string>) => [operation, reason])).toEqual([
      ["tenants.reactivate", "Paid"],
      ["tenants.suspend", "Unpaid bills"],
    ]);
  });

  test("is found by part of its name, slug or domain, by status and tier", async () => {
    const { body } = await api("POST", "admin/tenant", making({ name: "Ünïque Name", domain: "find-me.example" }));
    for (const query of [
      "name=que na",
      "name=find-me",
      `name=${body.slug}`,
      `name=${body.slug}&status=active&tier=standard`,
    ])
      expect((await api("GET", `admin/tenants?${query}`)).body.items, query).toMatchObject([{ id: body.id }]);
    expect((await api("GET", `admin/tenants?name=${body.slug}&status=suspended`)).body.total).toBe(0);
  });
});

describe("people", () => {
  test("are listed with their tenants and roles, and found by part of name or address, and by tenant", async () => {
    const member = await createMember(database(), tenant, { role: "finance" });
    const { body } = await api("GET", `admin/user?id=${member.userId}`);
    expect(body).toMatchObject({
      id: member.userId,
      full_name: "Ann Example",
      signs_in_with_google: false,
      is_platform_admin: false,
      tenants: [{ id: tenant.id, slug: tenant.slug, member_status: "active", roles: ["Finance"] }],
      disabled_at: null,
    });
    expect((await api("GET", `admin/users?name=${body.email.slice(3, 20)}`)).body.items).toEqual([body]);
    expect((await api("GET", `admin/users?tenant=${tenant.id}&name=ann`)).body.items).toContainEqual(body);
    expect((await api("GET", `admin/users?disabled=true`)).body.items).toEqual([]);
    expect((await api("GET", "admin/users?name=petra")).body.items).toMatchObject([
      { id: admin.userId, is_platform_admin: true, tenants: [] },
    ]);
    for (const sort of ["email", "-last_login", "created"])
      expect((await api("GET", `admin/users?sort=${sort}`)).body.total).toBeGreaterThan(1);
    expect((await api("GET", `admin/user?id=${tenant.id}`)).status).toBe(404);
  });

  test("never come with a password's hash or a Google id", async () => {
    await asOwner(database(), "update users set google_id = 'google-4711' where id = $1", [admin.userId]);
    const { text, body } = await api("GET", `admin/user?id=${admin.userId}`);
    expect(body.signs_in_with_google).toBe(true);
    expect(text).not.toContain("4711");
  });
});

test("the platform's log goes across tenants, newest first, with customers' data masked", async () => {
  const [one, two] = [await createTenant(database()), await createTenant(database())];
  for (const each of [one, two]) {
    const account = await makeAccount(each);
    await makePaymentIntent(each, account.id, { customer_email: "ann.smith@example.com" });
  }
  const { items } = (await api("GET", `admin/audit_logs?tenant=${one.id},${two.id}&table=payment_intents`)).body;
  expect(items.map((entry: { tenant: { id: string } }) => entry.tenant.id)).toEqual([two.id, one.id]);
  expect(items[0].new_values.customer_email).toBe("a•••@example.com");
  const all = (await api("GET", "admin/audit_logs?size=100")).body.items.map(({ id }: { id: string }) => id);
  expect(all).toEqual([...all].sort().reverse());
  const people = (await api("GET", "admin/audit_logs?table=users")).body.items;
  expect(people[0]).toMatchObject({ table_name: "users", tenant: null });
});

test("a session of the staff that has ended opens nothing", async () => {
  const other = await createPlatformAdmin(database());
  expect((await api("GET", "admin/tenants", undefined, other)).status).toBe(200);
  await asOwner(database(), "delete from platform_admins where user_id = $1", [other.userId]);
  expect((await api("GET", "admin/tenants", undefined, other)).status).toBe(403);
  await asOwner(database(), "update sessions set revoked_at = now() where user_id = $1", [other.userId]);
  expect((await api("GET", "admin/tenants", undefined, other)).status).toBe(401);
});
