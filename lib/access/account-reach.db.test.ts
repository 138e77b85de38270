import { beforeAll, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import {
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { getAccountReach } from "./account-reach";
import { accountReach } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

test("names the members and keys that reach an account, by itself, by a branch, or since nothing restricts them", async () => {
  const top = await makeAccount(tenant);
  const hotel = await makeAccount(tenant, { parent_id: top.id });
  const beside = await makeAccount(tenant);
  const member = (options: Parameters<typeof createMember>[2]) => createMember(database(), tenant, options);
  const byBranch = await member({ role: "viewer", accountIds: [top.id] });
  const byItself = await member({ role: "viewer", onlyAccountIds: [hotel.id] });
  const onlyAbove = await member({ role: "viewer", onlyAccountIds: [top.id] });
  const elsewhere = await member({ role: "viewer", accountIds: [beside.id] });
  const without = await member({ permissions: ["refunds:read"] });
  const keyHere = await createKey(tenant, { accountIds: [top.id] });
  const keyElsewhere = await createKey(tenant, { accountIds: [beside.id] });
  const keyWithout = await createKey(tenant, { permissions: ["refunds:read"] });

  const found = await getAccountReach(owner, { id: hotel.id });
  expect(accountReach.parse(found)).toEqual(found);
  const reaches = new Map(found.members?.map(({ id, reach }) => [id, reach]));
  expect(reaches.get(owner.membershipId)).toBe("all");
  expect(reaches.get(byBranch.membershipId)).toBe("chosen");
  expect(reaches.get(byItself.membershipId)).toBe("chosen");
  for (const { membershipId } of [onlyAbove, elsewhere, without]) expect(reaches.has(membershipId)).toBe(false);
  const keys = found.api_keys?.map(({ id }) => id);
  expect(keys).toContain(keyHere.apiKeyId);
  expect(keys).not.toContain(keyElsewhere.apiKeyId);
  expect(keys).not.toContain(keyWithout.apiKeyId);
});

test("says of members and keys only what the asker may know, and nothing of an account out of reach", async () => {
  const mine = await makeAccount(tenant);
  const foreign = await makeAccount(tenant);
  const clerk = await createMember(database(), tenant, { permissions: ["accounts:read"] });
  expect(await getAccountReach(clerk, { id: mine.id })).toMatchObject({ members: null, api_keys: null });
  const restricted = await createMember(database(), tenant, { permissions: ALL_PERMISSIONS, accountIds: [mine.id] });
  expect((await getAccountReach(restricted, { id: mine.id })).members?.map(({ id }) => id)).toContain(
    restricted.membershipId,
  );
  await expect(getAccountReach(restricted, { id: foreign.id })).rejects.toMatchObject({ code: "not_found" });
  const stranger = await createMember(database(), await createTenant(database()));
  await expect(getAccountReach(stranger, { id: mine.id })).rejects.toMatchObject({ code: "not_found" });
  const blind = await createMember(database(), tenant, { permissions: ["refunds:read"] });
  await expect(getAccountReach(blind, { id: mine.id })).rejects.toMatchObject({ code: "forbidden" });
});
