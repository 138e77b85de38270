import { beforeAll, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { identity } from "@/lib/tenant-db";
import {
  asOwner,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { listTenants } from "./queries";
import { listedTenant, tenantList } from "./schema";

const database = doorsOfThisFile();
const tenants: TestTenant[] = [];
let admin: PlatformAdminActor;

beforeAll(async () => {
  for (let i = 0; i < 3; i += 1) tenants.push(await createTenant(database()));
  const [person] = await asOwner<{ id: string }>(
    database(),
    "select app.create_user('petra@example.com', 'Petra', null) as id",
  );
  await asOwner(database(), "select app.create_platform_admin($1)", [person?.id]);
  const sessionId = await identity.openSession(person?.id ?? "", null, null, 3600);
  admin = {
    kind: "platformAdmin",
    userId: person?.id ?? "",
    sessionId,
    requestId: "test",
    ipAddress: null,
    userAgent: null,
  };
});

const query = (given: ParameterInput = {}) => parseListParams(tenantList, given, { mode: "strict" }).query;

test("a platform admin sees all tenants, with their members and accounts counted", async () => {
  const [first] = tenants as [TestTenant];
  await createMember(database(), first);
  await makeAccount(first);
  const { items, total } = await listTenants(admin, query());
  expect(total).toBe(3);
  expect(items.map((item) => listedTenant.parse(item))).toEqual(items);
  expect(items.find(({ id }) => id === first.id)).toMatchObject({
    slug: first.slug,
    member_count: 1,
    account_count: 1,
  });
});

test("search and filters find tenants by part of the name or slug, status and tier", async () => {
  const [first] = tenants as [TestTenant];
  const slugs = async (given: ParameterInput) => (await listTenants(admin, query(given))).items.map(({ slug }) => slug);
  expect(await slugs({ name: first.slug.slice(1) })).toEqual([first.slug]);
  expect(await slugs({ status: "suspended" })).toEqual([]);
  expect(await slugs({ tier: "standard" })).toHaveLength(3);
});

test("a tenant's owner is no platform admin, and an ended session of one is refused", async () => {
  const owner = await createMember(database(), tenants[0] as TestTenant);
  const pretender: PlatformAdminActor = { ...admin, userId: owner.userId, sessionId: owner.sessionId };
  await expect(listTenants(pretender, query())).rejects.toMatchObject({ code: "forbidden" });
  const ended = await identity.openSession(admin.userId, null, null, 3600);
  await identity.closeSession(ended);
  await expect(listTenants({ ...admin, sessionId: ended }, query())).rejects.toMatchObject({ code: "token_expired" });
});
