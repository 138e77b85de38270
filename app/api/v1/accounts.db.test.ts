import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor } from "@/lib/actor";
import { callApi, type HttpMethod } from "@/lib/testing/api";
import { createKey, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let token: ApiKeyActor & { secret: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  token = await createKey(tenant);
});

const api = (method: HttpMethod, address: string, body?: unknown) => callApi(method, address, { token, body });
const create = async (given: object) => (await api("POST", "/api/v1/account", { currency: "EUR", ...given })).body;

test("an account is created, read, changed, deleted and restored", async () => {
  const created = await api("POST", "/api/v1/account", {
    name: "Hotel Lisboa",
    currency: "EUR",
    country: "PT",
    metadata: { rooms: 120 },
  });
  expect(created.status).toBe(201);
  expect(created.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    name: "Hotel Lisboa",
    display_name: null,
    tenant: { name: `Tenant ${tenant.slug}` },
    parent: null,
    depth: 0,
    currency: { code: "EUR", name: "Euro", symbol: "€" },
    payout_currency: null,
    country: { code: "PT", name: "Portugal" },
    terms_and_conditions_url: null,
    metadata: { rooms: 120 },
    created_at: expect.stringMatching(/Z$/),
    updated_at: expect.stringMatching(/Z$/),
    deleted_at: null,
  });
  const { id } = created.body;
  expect((await api("GET", `/api/v1/account?id=${id}`)).body).toEqual(created.body);
  const deleted = await api("DELETE", `/api/v1/account?id=${id}`);
  expect(deleted.body.deleted_at).not.toBeNull();
  expect((await api("GET", "/api/v1/accounts?name=lisboa")).body.total).toBe(0);
  expect((await api("GET", "/api/v1/accounts?name=lisboa&deleted=true")).body.items).toEqual([deleted.body]);
  expect((await api("DELETE", `/api/v1/account?id=${id}`)).status).toBe(404);
  expect((await api("POST", "/api/v1/account/restore", { id })).body).toMatchObject({ id, deleted_at: null });
});

describe("PATCH", () => {
  test("changes what is present, clears what is null, keeps what is absent", async () => {
    const before = await create({
      name: "Before",
      display_name: "Shown",
      country: "DE",
      payout_currency: "USD",
      metadata: { a: 1 },
    });
    const { status, body: after } = await api("PATCH", "/api/v1/account", {
      id: before.id,
      name: "After",
      display_name: null,
    });
    expect(status).toBe(200);
    expect(after).toEqual({ ...before, name: "After", display_name: null, updated_at: expect.any(String) });
    const { body: cleared } = await api("PATCH", "/api/v1/account", {
      id: before.id,
      payout_currency: null,
      country: null,
    });
    expect(cleared).toMatchObject({ name: "After", payout_currency: null, country: null, metadata: { a: 1 } });
  });

  test("with nothing but the id changes nothing", async () => {
    const before = await create({ name: "Untouched" });
    expect((await api("PATCH", "/api/v1/account", { id: before.id })).status).toBe(200);
    const { body: after } = await api("GET", `/api/v1/account?id=${before.id}`);
    expect({ ...after, updated_at: before.updated_at }).toEqual(before);
  });

  test("does not clear what must be there", async () => {
    const { id } = await create({ name: "Named" });
    for (const field of ["name", "currency", "metadata"]) {
      const answer = await api("PATCH", "/api/v1/account", { id, [field]: null });
      expect(answer.status, field).toBe(422);
      expect(answer.body.detail[0].loc).toEqual(["body", field]);
    }
  });
});

test("each wrong field is named, and nothing is stored", async () => {
  const stored = async () => (await api("GET", "/api/v1/accounts")).body.total;
  const before = await stored();
  const { status, body } = await api("POST", "/api/v1/account", {
    name: " ",
    currency: "EURO",
    country: "Germany",
    payout_currency: "XXX",
    parent_id: "7",
    terms_and_conditions_url: "javascript:alert(1)",
    metadata: { a: { b: { c: { d: { e: { f: 1 } } } } } },
    colour: "red",
  });
  expect(status).toBe(422);
  expect(body.code).toBe("validation_error");
  expect(body.detail.map(({ loc }: { loc: string[] }) => loc.slice(0, 2).join(".")).sort()).toEqual([
    "body.colour",
    "body.country",
    "body.currency",
    "body.metadata",
    "body.name",
    "body.parent_id",
    "body.payout_currency",
    "body.terms_and_conditions_url",
  ]);
  for (const issue of body.detail) expect(Object.keys(issue).sort()).toEqual(["loc", "msg", "type"]);
  expect(await stored()).toBe(before);
});

test("a taken name is 400, an unknown parent 422, a circle 422, a branch that is not empty 409", async () => {
  const top = await create({ name: "Top" });
  const below = await create({ name: "Below", parent_id: top.id });
  expect(below).toMatchObject({ parent: { id: top.id, name: "Top" }, depth: 1 });
  const taken = await api("POST", "/api/v1/account", { name: "TOP", currency: "EUR" });
  expect(taken.status).toBe(400);
  expect(taken.body).toMatchObject({ detail: "An account with this name already exists", code: "already_exists" });
  const orphan = { name: "Orphan", currency: "EUR", parent_id: "0190a000-0000-7000-8000-00000000000a" };
  expect((await api("POST", "/api/v1/account", orphan)).body.detail).toMatchObject([{ loc: ["body", "parent_id"] }]);
  const circle = await api("PATCH", "/api/v1/account", { id: top.id, parent_id: below.id });
  expect(circle.status).toBe(422);
  expect(circle.body.detail).toMatchObject([{ loc: ["body", "parent_id"] }]);
  const busy = await api("DELETE", `/api/v1/account?id=${top.id}`);
  expect(busy.status).toBe(409);
  expect(busy.body.code).toBe("conflict");
});

describe("the list", () => {
  let root: { id: string };

  beforeAll(async () => {
    root = await makeAccount(tenant, { name: "List root" });
    for (let n = 1; n <= 60; n += 1)
      await makeAccount(tenant, {
        name: `Listed ${String(n).padStart(2, "0")}`,
        parent_id: root.id,
        metadata: { stars: n % 5 },
      });
  });

  const names = (items: { name: string }[]) => items.map(({ name }) => name);

  test("is walked by cursor there and back, each record once", async () => {
    const address = "/api/v1/accounts?name=listed&size=25";
    const first = (await api("GET", address)).body;
    expect(first).toMatchObject({
      total: 60,
      total_is_capped: false,
      page: 1,
      size: 25,
      pages: 3,
      previous_cursor: null,
    });
    const second = (await api("GET", `${address}&cursor=${first.next_cursor}`)).body;
    const third = (await api("GET", `${address}&cursor=${second.next_cursor}`)).body;
    expect(third).toMatchObject({ next_cursor: null, page: null });
    const all = [first, second, third].flatMap(({ items }) => names(items));
    expect(all).toEqual([...new Set(all)].sort());
    expect(all).toHaveLength(60);
    const back = (await api("GET", `${address}&cursor=${third.previous_cursor}`)).body;
    expect(back.items).toEqual(second.items);
    expect((await api("GET", `${address}&page=2`)).body.items).toEqual(second.items);
    expect((await api("GET", `${address}&page=9`)).body).toMatchObject({ items: [], total: 60 });
  });

  test("is filtered and sorted in the database", async () => {
    const branch = (await api("GET", `/api/v1/accounts?account=${root.id}&size=100`)).body;
    expect(branch.total).toBe(61);
    const starred = (await api("GET", "/api/v1/accounts?metadata[stars]=3&sort=-name")).body;
    expect(starred.total).toBe(12);
    expect(names(starred.items)[0]).toBe("Listed 58");
    expect((await api("GET", "/api/v1/accounts?currency=USD,GBP")).body.total).toBe(0);
  });

  test.each([
    ["size=7", "size"],
    ["sort=password", "sort"],
    ["page=0", "page"],
    ["page=999999", "page"],
    ["cursor=abc", "cursor"],
    ["deleted=yes", "deleted"],
    ["currency=EURO", "currency"],
    ["account=1", "account"],
    ["nam=x", "nam"],
    ["name=", "name"],
    ["name=a&name=b", "name"],
    ["name=%00", "name"],
    ["metadata[]=x", "metadata[]"],
  ])("refuses ?%s by name", async (query, parameter) => {
    const answer = await api("GET", `/api/v1/accounts?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toEqual([expect.objectContaining({ loc: ["query", parameter] })]);
  });

  test("refuses a cursor of another order", async () => {
    const { next_cursor } = (await api("GET", "/api/v1/accounts?size=25")).body;
    const answer = await api("GET", `/api/v1/accounts?size=25&sort=-name&cursor=${next_cursor}`);
    expect(answer.body.detail).toEqual([expect.objectContaining({ loc: ["query", "cursor"] })]);
  });
});
