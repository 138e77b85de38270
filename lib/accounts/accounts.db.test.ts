import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { createAccount, deleteAccount, restoreAccount, updateAccount } from "./commands";
import { getAccount, listAccounts, listAccountTree } from "./queries";
import { account, accountList, createAccountInput } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let other: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  other = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const input = (given: Record<string, unknown>) => createAccountInput.parse({ currency: "EUR", ...given });
const query = (given: ParameterInput) => parseListParams(accountList, given, { mode: "strict" }).query;
const names = async (actor: MemberActor, given: ParameterInput = {}) =>
  (await listAccounts(actor, query(given))).items.map(({ name }) => name);

test("a created account comes back as stored, in the shape that it is declared in", async () => {
  const made = await createAccount(owner, input({ name: "Hotel Lisboa", country: "PT", metadata: { rooms: 120 } }));
  expect(account.parse(made)).toEqual(made);
  expect(await getAccount(owner, { id: made.id })).toEqual(made);
  expect(made).toMatchObject({
    currency: { code: "EUR", symbol: "€" },
    country: { name: "Portugal" },
    depth: 0,
    metadata: { rooms: 120 },
  });
});

test("a name is taken once among the living, whatever its case, and free again after a delete", async () => {
  const first = await createAccount(owner, input({ name: "Casa Azul" }));
  await expect(createAccount(owner, input({ name: "CASA AZUL" }))).rejects.toMatchObject({
    code: "already_exists",
    issues: [{ loc: ["body", "name"] }],
  });
  await deleteAccount(owner, { id: first.id });
  const second = await createAccount(owner, input({ name: "casa azul" }));
  await expect(restoreAccount(owner, { id: first.id })).rejects.toMatchObject({ code: "already_exists" });
  await deleteAccount(owner, { id: second.id });
  expect(await restoreAccount(owner, { id: first.id })).toMatchObject({ deleted_at: null });
});

test("an update changes what is present, clears what is null, and leaves the rest", async () => {
  const made = await createAccount(owner, input({ name: "Before", display_name: "D", country: "DE" }));
  const changed = await updateAccount(owner, { id: made.id, name: "After", display_name: null });
  expect(changed).toMatchObject({ name: "After", display_name: null, country: { code: "DE" } });
});

describe("the tree", () => {
  test("a branch moves with everything below it, and the branch filter follows", async () => {
    const [north, south] = [await makeAccount(tenant), await makeAccount(tenant)];
    const brand = await makeAccount(tenant, { parent_id: north.id });
    const hotel = await makeAccount(tenant, { parent_id: brand.id });
    expect(await names(owner, { account: north.id })).toEqual(
      expect.arrayContaining([north.name, brand.name, hotel.name]),
    );
    await updateAccount(owner, { id: brand.id, parent_id: south.id });
    expect(await names(owner, { account: north.id })).toEqual([north.name]);
    expect(new Set(await names(owner, { account: south.id }))).toEqual(new Set([south.name, brand.name, hotel.name]));
    const tree = await listAccountTree(owner);
    const depths = tree.filter(({ id }) => [south.id, brand.id, hotel.id].includes(id)).map(({ depth }) => depth);
    expect(depths).toEqual([0, 1, 2]);
  });

  test("leaves deleted accounts out, unless one looks back", async () => {
    const top = await makeAccount(tenant);
    const gone = await makeAccount(tenant, { parent_id: top.id });
    await deleteAccount(owner, { id: gone.id });
    expect((await listAccountTree(owner)).map(({ id }) => id)).not.toContain(gone.id);
    const [found] = (await listAccountTree(owner, { withDeleted: true })).filter(({ id }) => id === gone.id);
    expect(found).toMatchObject({ parent_id: top.id, depth: 1, deleted_at: expect.any(String) });
  });

  test("an account cannot come below itself", async () => {
    const top = await makeAccount(tenant);
    const below = await makeAccount(tenant, { parent_id: top.id });
    for (const parent_id of [top.id, below.id])
      await expect(updateAccount(owner, { id: top.id, parent_id })).rejects.toMatchObject({
        issues: [{ loc: ["body", "parent_id"] }],
      });
  });

  test("two moves at once never close a circle", async () => {
    const [a, b] = [await makeAccount(tenant), await makeAccount(tenant)];
    const moves = await Promise.allSettled([
      updateAccount(owner, { id: a.id, parent_id: b.id }),
      updateAccount(owner, { id: b.id, parent_id: a.id }),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("an account with others below it is not deleted", async () => {
    const top = await makeAccount(tenant);
    await makeAccount(tenant, { parent_id: top.id });
    await expect(deleteAccount(owner, { id: top.id })).rejects.toMatchObject({ code: "conflict" });
  });
});

test("a viewer reads and may not write", async () => {
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  const made = await makeAccount(tenant);
  expect(await getAccount(viewer, { id: made.id })).toMatchObject({ name: made.name });
  const refused = { code: "forbidden", data: { permission: "accounts:write" } };
  await expect(createAccount(viewer, input({ name: "No" }))).rejects.toMatchObject(refused);
  await expect(updateAccount(viewer, { id: made.id, name: "No" })).rejects.toMatchObject(refused);
  await expect(deleteAccount(viewer, { id: made.id })).rejects.toMatchObject(refused);
  await expect(restoreAccount(viewer, { id: made.id })).rejects.toMatchObject(refused);
});

test("another tenant's account is not there: not to see, to change, to delete or to stand under", async () => {
  const theirs = await makeAccount(other, { name: "Theirs" });
  expect(await asOwner(database(), "select name from accounts where id = $1", [theirs.id])).toEqual([
    { name: "Theirs" },
  ]);
  const missing = { code: "not_found", message: "Account not found" };
  await expect(getAccount(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(updateAccount(owner, { id: theirs.id, name: "Mine" })).rejects.toMatchObject(missing);
  await expect(deleteAccount(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(restoreAccount(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(createAccount(owner, input({ name: "X", parent_id: theirs.id }))).rejects.toMatchObject({
    issues: [{ loc: ["body", "parent_id"] }],
  });
  expect(await names(owner)).not.toContain("Theirs");
});

describe("a member restricted to a branch", () => {
  test("sees and changes that branch only, and cannot leave it", async () => {
    const [mine, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
    const below = await makeAccount(tenant, { parent_id: mine.id });
    const restricted = await createMember(database(), tenant, { accountIds: [mine.id] });
    expect(new Set(await names(restricted))).toEqual(new Set([mine.name, below.name]));
    expect(await names(restricted, { account: foreign.id })).toEqual([]);
    await expect(getAccount(restricted, { id: foreign.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(updateAccount(restricted, { id: foreign.id, name: "No" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(createAccount(restricted, input({ name: "Root" }))).rejects.toMatchObject({
      issues: [{ loc: ["body", "parent_id"] }],
    });
    await expect(updateAccount(restricted, { id: below.id, parent_id: foreign.id })).rejects.toMatchObject({
      issues: [{ loc: ["body", "parent_id"] }],
    });
    const made = await createAccount(restricted, input({ name: "Annex", parent_id: below.id }));
    expect(made.parent?.id).toBe(below.id);
  });

  test("the same holds for a restricted key", async () => {
    const [mine, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
    const key = await createKey(tenant, { accountIds: [mine.id] });
    expect((await listAccounts(key, query({}))).items.map(({ id }) => id)).toEqual([mine.id]);
    await expect(getAccount(key, { id: foreign.id })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("every change leaves one audit row that names who, what and why", async () => {
  const made = await createAccount(owner, input({ name: "Audited" }));
  await updateAccount(owner, { id: made.id, name: "Audited twice" });
  await deleteAccount(owner, { id: made.id });
  const rows = await asOwner(
    database(),
    `select action, operation, actor_kind, actor_label, user_id, request_id, host(ip_address) as ip, old_values ->> 'name' as before,
       new_values ->> 'name' as after from audit_logs where record_id = $1 order by id`,
    [made.id],
  );
  const who = {
    actor_kind: "user",
    actor_label: "Ann Example",
    user_id: owner.userId,
    request_id: owner.requestId,
    ip: "127.0.0.1",
  };
  expect(rows).toEqual([
    { ...who, action: "insert", operation: "accounts.create", before: null, after: "Audited" },
    { ...who, action: "update", operation: "accounts.update", before: "Audited", after: "Audited twice" },
    { ...who, action: "update", operation: "accounts.delete", before: "Audited twice", after: "Audited twice" },
  ]);
});

test("filters, search, metadata and paging hold the same rows", async () => {
  const fresh = await createTenant(database());
  const actor = await createMember(database(), fresh);
  for (const n of [1, 2, 3, 4, 5, 6, 7])
    await makeAccount(fresh, { name: `Casa ${n}`, metadata: { stars: n, tags: [n % 2 ? "odd" : "even"] } });
  expect(await names(actor, { name: "CASA" })).toHaveLength(7);
  expect(await names(actor, { "metadata[stars]": "3" })).toEqual(["Casa 3"]);
  expect(await names(actor, { "metadata[tags][]": "even" })).toEqual(["Casa 2", "Casa 4", "Casa 6"]);
  expect(await names(actor, { "metadata[none]": "*" })).toEqual([]);
  const page = await listAccounts(actor, query({ sort: "-created" }));
  expect(page).toMatchObject({ total: 7, totalIsCapped: false, pages: 1, nextCursor: null, previousCursor: null });
  expect(page.items.map(({ name }) => name)).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Casa ${n}`));
});
