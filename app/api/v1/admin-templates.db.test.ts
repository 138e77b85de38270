import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { BUILT_IN_ROLES } from "@/lib/permissions";
import { platformWrite, sql } from "@/lib/tenant-db";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let admin: PlatformAdminActor;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
});

const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = admin) =>
  callApi(method, `/api/v1/admin/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const complaints = ({ status, body }: Awaited<ReturnType<typeof api>>) =>
  status === 422 ? body.detail.map(({ loc }: { loc: string[] }) => loc.slice(1).join(".")) : status;

const OWNER = { key: "owner", name: "Company Access", permissions: [] };
const VIEWER = { key: "viewer", name: "Viewer", permissions: ["accounts:read", "settings:read"] };
const making = (given: object = {}) => ({
  name: `Template ${randomBytes(4).toString("hex")}`,
  description: "For tests",
  note: "The first",
  roles: [OWNER, VIEWER],
  ...given,
});
const make = async (given: object = {}) => {
  const { status, body } = await api("POST", "template", making(given));
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const next = ({ id, name }: { id: string; name: string }, given: object = {}) =>
  api("POST", "template", making({ name, based_on: id, note: "The next", ...given }));
const newestOf = async (name: string) => (await api("GET", `templates?name=${name}&newest=true`)).body.items[0];

const previewed = async (tenant: TestTenant, template: { id: string }) =>
  (await api("GET", `template_preview?tenant=${tenant.id}&template=${template.id}`)).body;
const apply = (tenant: TestTenant, template: { id: string }, preview_hash: string, reason = "Contract 4711") =>
  api("POST", "template/apply", { tenant: tenant.id, template: template.id, preview_hash, reason });
const applyNow = async (tenant: TestTenant, template: { id: string }) =>
  apply(tenant, template, (await previewed(tenant, template)).preview_hash);

describe("templates that come with the product", () => {
  test("have the built-in roles as the source has them, and sample accounts", async () => {
    for (const name of ["Fintech", "Hospitality"]) {
      const template = await newestOf(name);
      expect(template).toMatchObject({ name, version: 2, is_newest: true, author: null, archived_at: null });
      for (const [key, { name: called, permissions }] of Object.entries(BUILT_IN_ROLES)) {
        const role = template.roles.find((one: { key: string }) => one.key === key);
        const isAll = key === "owner" || key === "administrator";
        expect(role, key).toMatchObject({ name: called, grants_all: isAll });
        expect([...role.permissions].sort(), key).toEqual(isAll ? [] : [...permissions].sort());
      }
      const names = template.accounts.map((account: { name: string }) => account.name);
      for (const { parent } of template.accounts) if (parent) expect(names).toContain(parent);
      expect(names.length).toBeGreaterThan(4);
    }
    expect((await newestOf("Fintech")).settings).toMatchObject({ mandatory_second_factor: true, unused_key_days: 90 });
  });

  test("satisfy the rules for templates of one's own", async () => {
    for (const name of ["Fintech", "Hospitality"]) {
      const { roles, settings, accounts } = await newestOf(name);
      const copied = roles.map(({ grants_all: _all, ...role }: Record<string, unknown>) => role);
      const copy = await make({ roles: copied, settings, accounts });
      expect(copy).toMatchObject({ roles, settings, accounts });
    }
  });
});

describe("a template", () => {
  const ACCOUNTS = [
    { name: "North", display_name: null, parent: null, currency: "EUR", country: null },
    { name: "Hotel Oslo", display_name: "Oslo", parent: "North", currency: "NOK", country: "NO" },
  ];

  test("is made, read and listed, with its author", async () => {
    const made = await make({ settings: { default_currency: "EUR", unused_key_days: null }, accounts: ACCOUNTS });
    expect(made).toMatchObject({
      version: 1,
      is_newest: true,
      note: "The first",
      author: { id: admin.userId, name: "Petra Platform" },
      settings: { default_currency: "EUR" },
      accounts: ACCOUNTS,
      tenant_count: 0,
    });
    expect(made.roles).toMatchObject([
      { key: "owner", grants_all: true, permissions: [] },
      { ...VIEWER, grants_all: false },
    ]);
    expect((await api("GET", `template?id=${made.id}`)).body).toEqual({ ...made, tenants: [] });
    expect((await api("GET", `templates?name=${made.name}`)).body.items).toEqual([made]);
    const [row] = await asOwner<{ definition: unknown }>(database(), "select definition from templates where id = $1", [
      made.id,
    ]);
    expect(row?.definition).toMatchObject({
      roles: [{ key: "owner", grants_all: true }, { key: "viewer" }],
      accounts: [{ name: "North", children: [{ name: "Hotel Oslo", country: "NO" }] }],
    });
  });

  test("changes by a new version; the old one stays what it was, for the owner of the database too", async () => {
    const first = await make();
    const { body: second } = await next(first, { description: "Better" });
    expect(second).toMatchObject({ name: first.name, version: 2, is_newest: true, description: "Better" });
    expect((await api("GET", `template?id=${first.id}`)).body).toMatchObject({ ...first, is_newest: false });
    expect((await api("GET", `templates?name=${first.name}&newest=false`)).body.items).toMatchObject([{ version: 1 }]);
    for (const change of ["description = 'x'", "definition = '{}'", "version = 9", "created_by = null"])
      await expect(
        asOwner(database(), `update templates set ${change} where id = $1`, [first.id]),
        change,
      ).rejects.toThrow("never changes");
    await expect(
      platformWrite(admin, "test", (db) =>
        db.rows(sql`update templates set description = 'x' where id = ${first.id}::uuid`),
      ),
    ).rejects.toThrow("permission denied");
  });

  test("gets one next version where two are made of the same, and none of an old one", async () => {
    const first = await make();
    const both = await Promise.all([next(first), next(first)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await next(first)).status).toBe(409);
    expect((await api("GET", `templates?name=${first.name}`)).body.total).toBe(2);
    const again = await api("POST", "template", making({ name: first.name.toUpperCase() }));
    expect([again.status, again.body.code]).toEqual([400, "already_exists"]);
    expect(complaints(await next({ ...first, name: "Another name" }))).toEqual(["name"]);
    // A name is a name, not a pattern.
    expect((await make({ name: "Template %" })).version).toBe(1);
  });

  test("names each field that is wrong, and each rule between fields", async () => {
    const wrong = async (given: object) => complaints(await api("POST", "template", making(given)));
    expect(await wrong({ name: " ", description: "", note: "", roles: [] })).toEqual(
      expect.arrayContaining(["name", "description", "note", "roles"]),
    );
    expect(await wrong({ roles: [VIEWER] })).toEqual(["roles"]);
    expect(await wrong({ roles: [OWNER, { ...VIEWER, permissions: [] }] })).toEqual(["roles.1.permissions"]);
    expect(await wrong({ roles: [{ ...OWNER, permissions: ["accounts:read"] }] })).toEqual(["roles.0.permissions"]);
    expect(await wrong({ roles: [OWNER, VIEWER, { ...VIEWER, name: "VIEWER" }] })).toEqual([
      "roles.2.key",
      "roles.2.name",
    ]);
    expect(await wrong({ roles: [OWNER, { ...VIEWER, permissions: ["all"] }] })).toEqual(["roles.1.permissions.0"]);
    expect(await wrong({ roles: [OWNER, { ...VIEWER, key: "api_key" }] })).toEqual(["roles.1.key"]);
    expect(await wrong({ settings: { default_currency: "USD", allowed_currencies: ["EUR"] } })).toEqual([
      "settings.default_currency",
    ]);
    expect(await wrong({ settings: { unused_key_days: 1 } })).toEqual(["settings.unused_key_days"]);
    const limit = { role: "night_desk", currency: "EUR", one_refund: 1, per_day: null };
    expect(await wrong({ settings: { refund_role_limits: [limit] } })).toEqual(["settings.refund_role_limits.0.role"]);
    const [north, oslo] = ACCOUNTS;
    expect(await wrong({ accounts: [oslo, north] })).toEqual(["accounts.0.parent"]);
    expect(await wrong({ accounts: [north, { ...north, name: "NORTH" }] })).toEqual(["accounts.1.name"]);
    expect(await wrong({ accounts: ACCOUNTS, settings: { allowed_currencies: ["EUR"] } })).toEqual([
      "accounts.1.currency",
    ]);
    const deep = Array.from({ length: 13 }, (_, n) => ({ ...north, name: `L${n}`, parent: n ? `L${n - 1}` : null }));
    expect(await wrong({ accounts: deep })).toEqual(["accounts.12.parent"]);
  });

  test("that is archived is not offered, until it is again; tenants on it stay", async () => {
    const first = await make();
    const tenant = await createTenant(database());
    expect((await applyNow(tenant, first)).status).toBe(200);
    expect((await api("GET", `template?id=${first.id}`)).body.tenants).toMatchObject([{ id: tenant.id }]);
    const { body: second } = await next(first);
    const archived = (await api("POST", "template/archive", { id: first.id })).body;
    expect(archived).toMatchObject({ id: first.id, tenant_count: 1, archived_at: expect.any(String) });
    expect((await api("GET", `templates?name=${first.name}&archived=true`)).body.total).toBe(2);
    expect((await api("GET", `templates?name=${first.name}&archived=false`)).body.total).toBe(0);
    expect((await api("POST", "template/archive", { id: second.id })).status).toBe(409);
    expect((await next(second)).status).toBe(409);
    // Neither by the preview nor around it.
    const preview = await previewed(tenant, second);
    expect(preview.conflicts).toEqual([`${first.name} is archived`]);
    expect((await apply(tenant, second, preview.preview_hash)).body.detail).toBe(`${first.name} is archived`);
    await expect(
      asOwner(database(), "update tenant_configs set template_id = $2 where tenant_id = $1", [tenant.id, second.id]),
    ).rejects.toThrow("archived");
    await expect(
      asOwner(database(), "select app.create_tenant($1, 'X', null, 'free', $2)", [randomUUID(), first.name]),
    ).rejects.toThrow("archived");
    expect((await api("POST", "template/restore", { id: second.id })).body.archived_at).toBeNull();
    expect((await api("POST", "template/restore", { id: second.id })).status).toBe(409);
    expect((await applyNow(tenant, second)).status).toBe(200);
  });

  test("is compared with another version, part by part", async () => {
    const first = await make({ accounts: ACCOUNTS, settings: { default_currency: "EUR" } });
    const { body: second } = await next(first, {
      roles: [
        OWNER,
        { ...VIEWER, name: "Reader", permissions: ["accounts:read", "refunds:read"] },
        { key: "night", name: "Night desk", permissions: ["accounts:read"] },
      ],
      settings: { unused_key_days: 90 },
      accounts: [{ ...ACCOUNTS[0], currency: "SEK" }],
    });
    const { body } = await api("GET", `template_comparison?from=${first.id}&to=${second.id}`);
    const reference = ({ id, name, version }: typeof first) => ({ id, name, version });
    expect(body).toMatchObject({ from: reference(first), to: reference(second) });
    expect(body.roles).toMatchObject([
      {
        key: "viewer",
        change: "changed",
        previous_name: "Viewer",
        permissions_added: ["refunds:read"],
        permissions_removed: ["settings:read"],
      },
      { key: "night", change: "added", permissions_added: ["accounts:read"] },
    ]);
    expect(body.settings).toEqual([
      { name: "default_currency", before: "EUR", after: null },
      { name: "unused_key_days", before: null, after: 90 },
    ]);
    expect(body.accounts).toMatchObject([
      { name: "North", change: "changed", before: { currency: "EUR" }, after: { currency: "SEK" } },
      { name: "Hotel Oslo", change: "removed", after: null },
    ]);
    const same = (await api("GET", `template_comparison?from=${first.id}&to=${first.id}`)).body;
    expect([same.roles, same.settings, same.accounts]).toEqual([[], [], []]);
    expect((await api("GET", `template_comparison?from=${first.id}&to=${admin.userId}`)).status).toBe(404);
  });
});

describe("applying a version to a tenant", () => {
  const roleOf = async (tenant: TestTenant, key: string) =>
    asOwner<{ permission: string }>(
      database(),
      `select p.permission from roles r join role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.id
       where r.tenant_id = $1 and r.key = $2 order by 1`,
      [tenant.id, key],
    );

  test("changes what the preview shows and nothing else, in force on the next request, and the tenant reads why", async () => {
    const tenant = await createTenant(database());
    const account = await makeAccount(tenant);
    const owner = await createMember(database(), tenant);
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const custom = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    const statusOf = async (path: string, token: ApiCall["token"]) =>
      (await callApi("GET", `/api/v1/${path}`, { ...(token && { token }) })).status;
    const own = { version: 1, time_zone: "Europe/Lisbon" };
    expect((await callApi("PATCH", "/api/v1/tenant_config", { token: owner, body: own })).status).toBe(200);
    expect(await statusOf("refunds", viewer)).toBe(200);

    const template = await make({
      roles: [OWNER, VIEWER, { key: "night", name: "Night desk", permissions: ["accounts:read"] }],
      settings: { time_zone: "Asia/Tokyo", allowed_currencies: ["EUR", "USD"], default_currency: "USD" },
      accounts: [{ name: "Sample", currency: "EUR" }],
    });
    const preview = await previewed(tenant, template);
    expect(preview).toMatchObject({
      tenant: { id: tenant.id, slug: tenant.slug },
      current: { name: "Hospitality" },
      template: { id: template.id },
      settings: [
        { name: "default_currency", before: "EUR", after: "USD" },
        { name: "allowed_currencies", before: null, after: ["EUR", "USD"] },
      ],
      kept_settings: ["time_zone"],
      conflicts: [],
    });
    const viewerChange = preview.roles.find(({ key }: { key: string }) => key === "viewer");
    expect(viewerChange).toMatchObject({ change: "changed", member_count: 1, permissions_added: [] });
    expect(viewerChange.permissions_removed).toContain("refunds:read");
    expect(preview.roles).toContainEqual(expect.objectContaining({ key: "night", change: "added", member_count: 0 }));
    expect(preview.untouched_roles).toContain("Finance");

    const applied = await apply(tenant, template, preview.preview_hash);
    expect([applied.status, applied.body]).toEqual([200, preview]);
    expect(await statusOf("refunds", viewer)).toBe(403);
    expect(await statusOf("accounts", viewer)).toBe(200);
    expect(await statusOf("accounts", custom)).toBe(200);
    expect(await statusOf("refunds", owner)).toBe(200);
    expect((await roleOf(tenant, "viewer")).map(({ permission }) => permission)).toEqual(VIEWER.permissions);
    expect((await roleOf(tenant, "finance")).length).toBeGreaterThan(10);
    const config = (await callApi("GET", "/api/v1/tenant_config", { token: owner })).body;
    expect(config).toMatchObject({ version: 3, template: { id: template.id } });
    expect(config.settings).toMatchObject({
      default_currency: { value: "USD", source: "template" },
      time_zone: { value: "Europe/Lisbon", source: "own" },
    });
    const accounts = (await callApi("GET", "/api/v1/accounts", { token: owner })).body.items;
    expect(accounts.map(({ id }: { id: string }) => id)).toEqual([account.id]);

    const log = (await callApi("GET", "/api/v1/audit_logs?size=100", { token: owner })).body.items.filter(
      ({ operation }: { operation: string }) => operation === "templates.apply",
    );
    const tables = new Set(log.map(({ table_name }: { table_name: string }) => table_name));
    expect(tables).toEqual(new Set(["tenant_configs", "roles", "role_permissions"]));
    for (const entry of log)
      expect(entry).toMatchObject({ actor_kind: "platform_admin", reason: "Contract 4711", user_id: admin.userId });

    // Applied once, there is nothing left to do.
    const after = await previewed(tenant, template);
    expect([after.settings, after.roles]).toEqual([[], []]);
    expect((await apply(tenant, template, after.preview_hash)).status).toBe(409);
  });

  test("is refused once something is otherwise than in the preview, and changes nothing then", async () => {
    const template = await make({ settings: { default_currency: "USD" } });
    const changes: Record<string, (tenant: TestTenant) => Promise<unknown>> = {
      "the tenant's settings": (tenant) =>
        asOwner(database(), `update tenant_configs set settings = '{"default_currency": "SEK"}' where tenant_id = $1`, [
          tenant.id,
        ]),
      "a built-in role": (tenant) =>
        asOwner(
          database(),
          "delete from role_permissions where tenant_id = $1 and permission = 'refunds:read' and role_id in (select id from roles where tenant_id = $1 and key = 'viewer')",
          [tenant.id],
        ),
      "the version it is on": (tenant) =>
        asOwner(database(), "update tenant_configs set template_id = null where tenant_id = $1", [tenant.id]),
    };
    for (const [what, change] of Object.entries(changes)) {
      const tenant = await createTenant(database());
      const { preview_hash } = await previewed(tenant, template);
      await change(tenant);
      const before = await previewed(tenant, template);
      const refused = await apply(tenant, template, preview_hash);
      expect([refused.status, refused.body.code], what).toEqual([409, "conflict"]);
      expect(await previewed(tenant, template), what).toEqual(before);
    }
  });

  test("happens once where two admins do it at the same moment", async () => {
    const tenant = await createTenant(database());
    const [one, two] = [await make(), await make({ settings: { default_currency: "USD" } })];
    const hashes = [await previewed(tenant, one), await previewed(tenant, two)].map((each) => each.preview_hash);
    const both = await Promise.all([apply(tenant, one, hashes[0]), apply(tenant, two, hashes[1])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("is refused where a role of the tenant's own has the name of a new one, or the default currency would not be allowed", async () => {
    const tenant = await createTenant(database());
    await asOwner(database(), "insert into roles (tenant_id, name) values ($1, 'NIGHT desk')", [tenant.id]);
    const night = { key: "night", name: "Night desk", permissions: ["accounts:read"] };
    const clash = await make({ roles: [OWNER, night] });
    expect((await applyNow(tenant, clash)).body.detail).toBe("The tenant has another role that is called NIGHT desk");
    await asOwner(
      database(),
      `update tenant_configs set settings = '{"default_currency": "SEK"}' where tenant_id = $1`,
      [tenant.id],
    );
    const narrow = await make({ settings: { allowed_currencies: ["EUR"] } });
    expect((await applyNow(tenant, narrow)).body.detail).toContain("SEK would be the default currency");
  });

  test("needs a reason, and a tenant and a version that exist", async () => {
    const tenant = await createTenant(database());
    const template = await make();
    const { preview_hash } = await previewed(tenant, template);
    const given = { tenant: tenant.id, template: template.id, preview_hash };
    expect(complaints(await api("POST", "template/apply", given))).toEqual(["reason"]);
    expect(complaints(await api("POST", "template/apply", { ...given, reason: "x", preview_hash: "x" }))).toEqual([
      "preview_hash",
    ]);
    for (const wrong of [{ tenant: admin.userId }, { template: admin.userId }])
      expect((await api("POST", "template/apply", { ...given, reason: "x", ...wrong })).status).toBe(404);
    expect((await api("GET", `template_preview?tenant=${admin.userId}&template=${template.id}`)).status).toBe(404);
  });

  test("is nobody's but the platform's", async () => {
    const tenant = await createTenant(database());
    const template = await make();
    const { preview_hash } = await previewed(tenant, template);
    const given = { tenant: tenant.id, template: template.id, preview_hash, reason: "Mine" };
    for (const token of [await createMember(database(), tenant), await createKey(tenant)]) {
      expect((await api("POST", "template/apply", given, token)).status).toBe(403);
      expect((await api("GET", `template?id=${template.id}`, undefined, token)).status).toBe(403);
    }
  });
});
