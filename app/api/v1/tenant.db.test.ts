import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { callApi, type HttpMethod } from "@/lib/testing/api";
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

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const api = (method: HttpMethod, address: string, body?: unknown, token: MemberActor | { secret: string } = owner) =>
  callApi(method, `/api/v1/${address}`, { token, ...(body !== undefined && { body }) });
const set = async (settings: object, version = 1) => {
  const answer = await api("PATCH", "tenant_config", { version, ...settings });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
/** Fields that an answer complains of; its status if it does not. */
const complaints = ({ status, body }: Awaited<ReturnType<typeof api>>) =>
  status === 422 ? body.detail.map(({ loc }: { loc: string[] }) => loc.slice(1).join(".")) : status;

describe("the tenant", () => {
  test("is read, and changed in name and domain; absence keeps, null clears, the log remembers", async () => {
    const { body: before } = await api("GET", "tenant");
    expect(before).toMatchObject({ id: tenant.id, slug: tenant.slug, domain: null, status: "active" });
    const { body: changed } = await api("PATCH", "tenant", { domain: "Pay.Aurora-Hotels.example " });
    expect(changed).toEqual({ ...before, domain: "pay.aurora-hotels.example", updated_at: expect.any(String) });
    expect((await api("PATCH", "tenant", { name: "Aurora", domain: null })).body).toMatchObject({
      name: "Aurora",
      domain: null,
    });
    const { items } = (await api("GET", "audit_logs?table=tenants&action=update")).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ operation: "tenant.update", user_id: owner.userId, reason: null });
    expect(items[0].new_values.name).toBe("Aurora");
  });

  test("names each wrong field, and takes no other", async () => {
    const answer = await api("PATCH", "tenant", { name: " ", domain: "no domain", status: "closed", slug: "mine" });
    expect(complaints(answer).sort()).toEqual(["domain", "name", "slug", "status"]);
    for (const domain of ["localhost", "-a.example", "a..example", "https://a.example", `${"x".repeat(64)}.example`])
      expect(complaints(await api("PATCH", "tenant", { domain })), domain).toEqual(["domain"]);
  });

  test("is not changed by readers, nor by those who are restricted to accounts", async () => {
    const account = await makeAccount(tenant);
    const restricted = await createKey(tenant, { accountIds: [account.id] });
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    for (const token of [restricted, viewer]) {
      expect((await api("GET", "tenant", undefined, token)).status).toBe(200);
      expect((await api("PATCH", "tenant", { name: "Mine" }, token)).status).toBe(403);
      expect((await api("PATCH", "tenant_config", { version: 1, default_currency: "USD" }, token)).status).toBe(403);
    }
  });

  test("of others is out of reach: each changes its own only", async () => {
    const stranger = await createTenant(database());
    await api("PATCH", "tenant", { name: "Aurora" });
    await set({ default_currency: "USD" });
    const [row] = await asOwner<{ name: string; settings: object }>(
      database(),
      "select t.name, c.settings from tenants t join tenant_configs c on c.tenant_id = t.id where t.id = $1",
      [stranger.id],
    );
    expect(row).toEqual({ name: `Tenant ${stranger.slug}`, settings: {} });
  });
});

describe("settings", () => {
  test("tell their values and where each comes from; a change merges, null goes back to the template", async () => {
    const { body } = await api("GET", "tenant_config");
    expect(body).toEqual({
      settings: expect.objectContaining({
        default_currency: { value: "EUR", source: "template" },
        allowed_currencies: { value: null, source: "none" },
        allowed_countries: { value: null, source: "none" },
        mandatory_second_factor: { value: null, source: "none" },
        longest_key_lifetime_days: { value: null, source: "none" },
      }),
      template: { id: expect.any(String), name: "Hospitality", version: 2 },
      version: 1,
      updated_at: expect.stringMatching(/Z$/),
    });
    const second = await set({ default_currency: "USD", allowed_currencies: ["USD", "EUR", "USD"] });
    expect(second.version).toBe(2);
    expect(second.settings.default_currency).toEqual({ value: "USD", source: "own" });
    expect(second.settings.allowed_currencies).toEqual({ value: ["EUR", "USD"], source: "own" });
    const third = await set({ default_currency: null }, 2);
    expect(third.settings.default_currency).toEqual({ value: "EUR", source: "template" });
    expect(third.settings.allowed_currencies.source).toBe("own");
    expect((await api("GET", "tenant_config")).body).toEqual(third);
    const { items } = (await api("GET", "audit_logs?table=tenant_configs&action=update")).body;
    expect(items.map((one: { new_values: { version: number } }) => one.new_values.version)).toEqual([3, 2]);
  });

  test("that somebody else has changed since are not overwritten, however many try at once", async () => {
    const answers = await Promise.all(
      ["USD", "GBP", "CHF"].map((default_currency) => api("PATCH", "tenant_config", { version: 1, default_currency })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await api("GET", "tenant_config")).body.version).toBe(2);
  });

  test("name each wrong field, and are stored together or not at all", async () => {
    const wrong = {
      default_currency: "EURO",
      allowed_currencies: [],
      allowed_countries: ["PT", "XX"],
      longest_key_lifetime_days: 0,
    };
    expect(
      complaints(await api("PATCH", "tenant_config", { ...wrong, version: 1, require_second_factor: true })),
    ).toEqual([
      "default_currency",
      "allowed_currencies",
      "allowed_countries.1",
      "longest_key_lifetime_days",
      "require_second_factor",
    ]);
    expect(complaints(await api("PATCH", "tenant_config", { default_currency: "USD" }))).toEqual(["version"]);
    // The default must be among the allowed ones, here that of the template.
    expect(complaints(await api("PATCH", "tenant_config", { version: 1, allowed_currencies: ["USD"] }))).toEqual([
      "default_currency",
    ]);
    expect((await api("GET", "tenant_config")).body.version).toBe(1);
  });

  test("default_currency is that of an account that names none", async () => {
    await set({ default_currency: "CHF" });
    expect((await api("POST", "account", { name: "Zermatt" })).body.currency.code).toBe("CHF");
    expect((await api("POST", "account", { name: "Paris", currency: "EUR" })).body.currency.code).toBe("EUR");
    await asOwner(database(), "update tenant_configs set template_id = null, settings = '{}' where tenant_id = $1", [
      tenant.id,
    ]);
    expect(complaints(await api("POST", "account", { name: "Nowhere" }))).toEqual(["currency"]);
  });

  test("allowed_currencies and allowed_countries hold for new accounts, changed ones and new payment intents", async () => {
    const old = (await api("POST", "account", { name: "Old", currency: "USD", country: "US" })).body;
    await set({ allowed_currencies: ["EUR", "GBP"], allowed_countries: ["PT"] });
    const account = { name: "New", currency: "EUR", country: "PT" };
    expect(complaints(await api("POST", "account", { ...account, currency: "USD" }))).toEqual(["currency"]);
    expect(complaints(await api("POST", "account", { ...account, payout_currency: "USD" }))).toEqual([
      "payout_currency",
    ]);
    expect(complaints(await api("POST", "account", { ...account, country: "ES" }))).toEqual(["country"]);
    expect(complaints(await api("POST", "account", account))).toBe(201);
    expect(complaints(await api("PATCH", "account", { id: old.id, payout_currency: "JPY" }))).toEqual([
      "payout_currency",
    ]);
    // What was there before stays as it is.
    expect(complaints(await api("PATCH", "account", { id: old.id, display_name: "Old one" }))).toBe(200);
    const payment = { account_id: old.id, billing_amount: 100 };
    expect(complaints(await api("POST", "payment_intent", { ...payment, billing_currency: "USD" }))).toEqual([
      "billing_currency",
    ]);
    const processing = { processing_amount: 100, processing_currency: "USD" };
    expect(
      complaints(await api("POST", "payment_intent", { ...payment, billing_currency: "EUR", ...processing })),
    ).toEqual(["processing_currency"]);
    expect(complaints(await api("POST", "payment_intent", { ...payment, billing_currency: "GBP" }))).toBe(201);
  });

  test("longest_key_lifetime_days holds for new keys, and brings rotated ones under it", async () => {
    const key = { name: "K", permissions: ["accounts:read"] };
    const endless = (await api("POST", "api_key", key)).body.api_key;
    await set({ longest_key_lifetime_days: 30 });
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    expect(complaints(await api("POST", "api_key", key))).toEqual(["expires_at"]);
    expect(complaints(await api("POST", "api_key", { ...key, expires_at: inDays(31) }))).toEqual(["expires_at"]);
    expect(complaints(await api("POST", "api_key", { ...key, expires_at: inDays(29) }))).toBe(201);
    const rotated = (await api("POST", "api_key/rotate", { id: endless.id, overlap_hours: 0 })).body.api_key;
    expect(Date.parse(rotated.expires_at)).toBeLessThanOrEqual(Date.parse(inDays(30)));
    const again = (await api("POST", "api_key/rotate", { id: rotated.id, overlap_hours: 0 })).body.api_key;
    expect(again.expires_at).toBe(rotated.expires_at);
  });
});
