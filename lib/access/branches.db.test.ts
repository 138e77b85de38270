import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { createAccount, deleteAccount, restoreAccount, updateAccount } from "@/lib/accounts/commands";
import { getAccountTree, listAccounts } from "@/lib/accounts/queries";
import { accountList, createAccountInput } from "@/lib/accounts/schema";
import type { MemberActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { identity } from "@/lib/tenant-db";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { createWebhookEndpoint } from "@/lib/webhook-endpoints/commands";
import { createWebhookEndpointInput } from "@/lib/webhook-endpoints/schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

/** The member as the next request finds it. */
async function again(member: MemberActor): Promise<MemberActor> {
  const grant = await identity.findSessionGrant(member.sessionId, tenant.slug);
  if (!grant) throw new Error("the member has no rights");
  return {
    ...member,
    accountIds: grant.accountIds,
    pass: grant.passId ? { id: grant.passId, isConfirmed: true } : null,
  };
}

const seen = async (member: MemberActor) => {
  const { query } = parseListParams(accountList, {}, { mode: "strict" });
  return (await listAccounts(await again(member), query)).items.map(({ id }) => id).sort();
};
const input = (parent_id: string) =>
  createAccountInput.parse({ name: crypto.randomUUID(), currency: "EUR", parent_id });

describe("a branch", () => {
  test("takes in what is made below it, and takes its reach along when it moves", async () => {
    const [region, otherRegion] = [await makeAccount(tenant), await makeAccount(tenant)];
    const brand = await makeAccount(tenant, { parent_id: region.id });
    const hotel = await makeAccount(tenant, { parent_id: brand.id });
    const ofBrand = await createMember(database(), tenant, { accountIds: [brand.id] });
    const ofRegion = await createMember(database(), tenant, { accountIds: [region.id] });
    expect(await seen(ofBrand)).toEqual([brand.id, hotel.id].sort());

    const later = await makeAccount(tenant, { parent_id: hotel.id });
    expect(await seen(ofBrand)).toEqual([brand.id, hotel.id, later.id].sort());

    await updateAccount(owner, { id: brand.id, parent_id: otherRegion.id });
    expect(await seen(ofBrand)).toEqual([brand.id, hotel.id, later.id].sort());
    expect(await seen(ofRegion)).toEqual([region.id]);

    await updateAccount(owner, { id: hotel.id, parent_id: region.id });
    expect(await seen(ofBrand)).toEqual([brand.id]);
    expect(await seen(ofRegion)).toEqual([region.id, hotel.id, later.id].sort());
  });

  test("keeps what is deleted in it, and has it back when it is restored", async () => {
    const brand = await makeAccount(tenant);
    const hotel = await makeAccount(tenant, { parent_id: brand.id });
    const manager = await createMember(database(), tenant, { accountIds: [brand.id] });
    await deleteAccount(await again(manager), { id: hotel.id });
    expect(await seen(manager)).toEqual([brand.id]);
    await restoreAccount(await again(manager), { id: hotel.id });
    expect(await seen(manager)).toEqual([brand.id, hotel.id].sort());
  });

  test("is shown without what is above it", async () => {
    const region = await makeAccount(tenant);
    const brand = await makeAccount(tenant, { parent_id: region.id });
    const manager = await createMember(database(), tenant, { accountIds: [brand.id] });
    const { items } = await getAccountTree(manager, {});
    expect(items).toMatchObject([{ id: brand.id, parent_id: null }]);
    expect((await getAccountTree(owner, { id: brand.id })).items).toMatchObject([{ parent_id: region.id }]);
  });
});

describe("an account by itself", () => {
  test("reaches nothing below it, neither now nor later", async () => {
    const brand = await makeAccount(tenant);
    const hotel = await makeAccount(tenant, { parent_id: brand.id });
    const alone = await createMember(database(), tenant, { onlyAccountIds: [brand.id] });
    expect(await seen(alone)).toEqual([brand.id]);
    await makeAccount(tenant, { parent_id: brand.id });
    expect(await seen(alone)).toEqual([brand.id]);
    // Named both ways, an account is a branch.
    const both = await createMember(database(), tenant, { accountIds: [brand.id], onlyAccountIds: [hotel.id] });
    expect((await seen(both)).length).toBe(3);
  });

  test("is no place for new accounts, nor for accounts that move, nor for an endpoint that hears of all below", async () => {
    const brand = await makeAccount(tenant);
    const other = await makeAccount(tenant);
    const alone = await createMember(database(), tenant, { onlyAccountIds: [brand.id, other.id] });
    const refused = { issues: [{ loc: ["body", "parent_id"] }] };
    await expect(createAccount(alone, input(brand.id))).rejects.toMatchObject(refused);
    await expect(updateAccount(alone, { id: other.id, parent_id: brand.id })).rejects.toMatchObject(refused);
    const endpoint = createWebhookEndpointInput.parse({
      url: "https://hooks.example.com/x",
      event_types: ["account.created"],
      account_id: brand.id,
    });
    await expect(createWebhookEndpoint(alone, endpoint)).rejects.toMatchObject({
      issues: [{ loc: ["body", "account_id"] }],
    });
    const manager = await createMember(database(), tenant, { accountIds: [brand.id] });
    expect((await createAccount(manager, input(brand.id))).parent?.id).toBe(brand.id);
    expect((await createWebhookEndpoint(await again(manager), endpoint)).webhook_endpoint.account?.id).toBe(brand.id);
  });
});

test("who is not restricted pays nothing: which branches are whole is not even asked", async () => {
  await makeWebhookEndpoint(tenant);
  const client = new pg.Client({ connectionString: database().tenantUrl });
  await client.connect();
  try {
    const plan = async (member: MemberActor) => {
      await client.query("begin");
      await client.query("select app.enter_read('member', $1, $2, null)", [tenant.id, member.sessionId]);
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        "explain (analyze, timing off) select id from webhook_endpoints",
      );
      await client.query("rollback");
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    };
    const asked = (text: string) =>
      [...text.matchAll(/InitPlan[^\n]*\n[^\n]*/g)].filter(([part]) => !part.includes("never executed")).length;
    const restricted = await createMember(database(), tenant, { accountIds: [(await makeAccount(tenant)).id] });
    const [all, some] = [await plan(owner), await plan(restricted)];
    expect(asked(some)).toBeGreaterThan(asked(all));
    expect(all).toContain("never executed");
  } finally {
    await client.end();
  }
});
