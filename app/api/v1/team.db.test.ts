import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
import { ALL_PERMISSIONS, PERMISSIONS } from "@/lib/permissions";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let key: ApiKeyActor & { secret: string };
let hotel: { id: string; name: string };
let other: { id: string; name: string };
let restricted: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  key = await createKey(tenant);
  const region = await makeAccount(tenant);
  hotel = await makeAccount(tenant, { parent_id: region.id });
  other = await makeAccount(tenant);
  restricted = await createMember(database(), tenant, { role: "viewer", accountIds: [region.id] });
  await createMember(database(), tenant, { role: "finance", accountIds: [other.id] });
  // Somebody of another tenant, whom nobody here may see.
  await createMember(database(), await createTenant(database()));
});

const get = async (address: string, token: MemberActor | { secret: string } = owner) =>
  callApi("GET", `/api/v1/${address}`, { token });
const idsOf = async (address: string, token?: MemberActor) =>
  (await get(address, token)).body.items.map(({ id }: { id: string }) => id);

describe("members", () => {
  test("come with their roles, who gave them and when, their accounts, and their last sign-in", async () => {
    const assigned = await asOwner<{ assigned_at: Date }>(
      database(),
      "update membership_roles set assigned_by = $1 where membership_id = $2 returning assigned_at",
      [owner.userId, restricted.membershipId],
    );
    const { status, body } = await get(`member?id=${restricted.membershipId}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: restricted.membershipId,
      user_id: restricted.userId,
      name: "Ann Example",
      email: expect.stringMatching(/@example\.com$/),
      avatar_url: null,
      status: "active",
      roles: [
        {
          id: expect.any(String),
          name: "Viewer",
          assigned_at: assigned[0]?.assigned_at.toISOString(),
          assigned_by: { user_id: owner.userId, name: "Ann Example" },
        },
      ],
      restricted_to_accounts: true,
      accounts: [{ id: expect.any(String), name: expect.any(String), includes_below: true }],
      last_login: expect.stringMatching(/Z$/),
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      deleted_at: null,
    });
    expect((await get("members", key)).body.items).toContainEqual(body);
  });

  test("are those of the own tenant only", async () => {
    const { body } = await get("members");
    expect(body.total).toBe(3);
    const [row] = await asOwner<{ count: number }>(database(), "select count(*)::int as count from memberships");
    expect(row?.count).toBe(4);
  });

  test("are found by status, role, part of the name, beginning of the address, and the accounts they reach", async () => {
    const [role] = (await get("roles?name=view")).body.items;
    expect(await idsOf(`members?role=${role.id}`)).toEqual([restricted.membershipId]);
    expect(await idsOf("members?status=deactivated")).toEqual([]);
    expect(await idsOf("members?name=XAMPL")).toHaveLength(3);
    const { email } = (await get(`member?id=${restricted.membershipId}`)).body;
    expect(await idsOf(`members?email=${email.slice(0, 12)}*`)).toEqual([restricted.membershipId]);
    expect((await idsOf(`members?account=${hotel.id}`)).sort()).toEqual(
      [owner.membershipId, restricted.membershipId].sort(),
    );
    for (const sort of ["name", "-name", "created", "-last_login"])
      expect((await get(`members?sort=${sort}`)).body.items).toHaveLength(3);
  });

  test("who are restricted to accounts see colleagues' names, but no addresses, sign-ins or other accounts", async () => {
    const { items } = (await get("members", restricted)).body;
    expect(items).toHaveLength(3);
    for (const item of items) {
      const isSelf = item.id === restricted.membershipId;
      expect(item.email === null).toBe(!isSelf);
      expect(item.last_login === null).toBe(!isSelf);
      expect(item.accounts).not.toContainEqual(expect.objectContaining({ id: other.id }));
    }
    const { email } = (await get(`member?id=${owner.membershipId}`)).body;
    expect(await idsOf(`members?email=${email}`, restricted)).toEqual([]);
    expect(await idsOf(`members?email=${email}`)).toEqual([owner.membershipId]);
  });

  test("who have left are shown only where they are asked for", async () => {
    const gone = await createMember(database(), tenant);
    await asOwner(database(), "update memberships set deleted_at = now() where id = $1", [gone.membershipId]);
    expect(await idsOf("members?deleted=true")).toEqual([gone.membershipId]);
    expect(await idsOf("members")).not.toContain(gone.membershipId);
    expect((await get(`member?id=${gone.membershipId}`)).body.deleted_at).not.toBeNull();
  });
});

describe("roles", () => {
  test("come with what they may do and how many have them", async () => {
    const { items, total } = (await get("roles")).body;
    expect(total).toBe(7);
    const byName = new Map(items.map((item: { name: string }) => [item.name, item]));
    expect(byName.get("Company Access")).toMatchObject({ key: "owner", grants_all: true, member_count: 1 });
    expect(byName.get("Company Access")).toHaveProperty("permissions", [...ALL_PERMISSIONS].sort());
    expect(byName.get("Viewer")).toMatchObject({ key: "viewer", grants_all: false, member_count: 1 });
    const [viewer] = (await get("roles?name=viewer")).body.items;
    expect((await get(`role?id=${viewer.id}`)).body).toEqual(viewer);
  });

  test("are found by the permissions that they hold, all of them", async () => {
    const names = async (query: string) =>
      (await get(`roles?${query}`)).body.items.map((one: { name: string }) => one.name);
    expect(await names("permission=refunds:create")).toEqual(["Company Access", "Dashboard Refund", "User Admin"]);
    expect(await names("permission=refunds:create,refunds:approve")).toEqual(["Company Access", "User Admin"]);
  });
});

test("the vocabulary of permissions says what each is for, and whether the token holds it", async () => {
  const reader = await createKey(tenant, { permissions: ["accounts:read"] });
  const { items } = (await get("permissions", reader)).body;
  expect(items.map(({ name }: { name: string }) => name)).toEqual(ALL_PERMISSIONS);
  expect(items.filter((one: { is_held: boolean }) => one.is_held)).toEqual([
    { name: "accounts:read", description: PERMISSIONS["accounts:read"], is_held: true },
  ]);
});

test("the tree of accounts comes parents first, by branch and depth, within the actor's reach", async () => {
  const top = await makeAccount(tenant, { name: "Zz top" });
  const middle = await makeAccount(tenant, { name: "Middle", parent_id: top.id });
  const leaf = await makeAccount(tenant, { name: "Leaf", parent_id: middle.id });
  const tree = async (query: string, token?: MemberActor | { secret: string }) =>
    (await get(`account_tree?${query}`, token)).body.items.map((one: { name: string }) => one.name);
  expect(await tree(`id=${top.id}`)).toEqual(["Zz top", "Middle", "Leaf"]);
  expect(await tree(`id=${top.id}&depth=1`)).toEqual(["Zz top", "Middle"]);
  expect((await tree("depth=0")).at(-1)).toBe("Zz top");
  const [first] = (await get(`account_tree?id=${middle.id}`)).body.items;
  expect(first).toEqual({
    id: middle.id,
    name: "Middle",
    display_name: null,
    parent_id: top.id,
    depth: 1,
    currency: { code: "EUR", name: "Euro", symbol: "€" },
    account_count: 1,
    deleted_at: null,
  });
  const within = await createKey(tenant, { accountIds: [middle.id] });
  expect(await tree("", within)).toEqual(["Middle", "Leaf"]);
  expect((await get(`account_tree?id=${top.id}`, within)).status).toBe(404);
  expect(await tree(`id=${leaf.id}`, within)).toEqual(["Leaf"]);
  for (const query of ["depth=12", "depth=-1", "depth=1.5", "depth=", "id=x"]) {
    const answer = await get(`account_tree?${query}`);
    expect(answer.body.detail).toEqual([expect.objectContaining({ loc: ["query", query.split("=")[0]] })]);
  }
});
