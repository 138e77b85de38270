import { beforeAll, expect, test } from "vitest";
import type { ApiKeyActor } from "@/lib/actor";
import { callApi } from "@/lib/testing/api";
import { createKey, createMember, createTenant, doorsOfThisFile, type TestTenant } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let token: ApiKeyActor & { secret: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  token = await createKey(tenant);
});

test("a change by the API leaves entries that name the key, the request and what changed", async () => {
  const headers = { "x-request-id": "booking-engine-1042", "user-agent": "engine/1.0" };
  const { body: account } = await callApi("POST", "/api/v1/account", {
    token,
    headers,
    body: { name: "Audited", currency: "EUR" },
  });
  const { body } = await callApi("GET", `/api/v1/audit_logs?record=${account.id}`, { token });
  expect(body).toMatchObject({ total: 1, page: 1, size: 50, pages: 1, next_cursor: null });
  const [entry] = body.items;
  expect(entry).toMatchObject({
    table_name: "accounts",
    record_id: account.id,
    action: "insert",
    operation: "accounts.create",
    actor_kind: "api_key",
    actor_label: "Test key",
    api_key_id: token.apiKeyId,
    user_id: null,
    request_id: "booking-engine-1042",
    user_agent: "engine/1.0",
    old_values: null,
    new_values: { name: "Audited" },
  });
  expect((await callApi("GET", `/api/v1/audit_log?id=${entry.id}`, { token })).body).toEqual(entry);
});

test("filters hold who, what and when", async () => {
  const member = await createMember(database(), tenant);
  const body = { name: "By a person", currency: "EUR" };
  const { body: account } = await callApi("POST", "/api/v1/account", { token: member, body });
  await callApi("PATCH", "/api/v1/account", { token: member, body: { id: account.id, name: "Again" } });
  const actions = async (query: string) =>
    (await callApi("GET", `/api/v1/audit_logs?${query}`, { token })).body.items.map(
      (entry: { action: string }) => entry.action,
    );
  expect(await actions(`user=${member.userId}&table=accounts`)).toEqual(["update", "insert"]);
  expect(await actions(`record=${account.id}&action=update`)).toEqual(["update"]);
  expect(await actions(`record=${account.id}&actor_kind=api_key,system`)).toEqual([]);
  expect(await actions(`record=${account.id}&created_to=2020-01-01`)).toEqual([]);
});

test("no secret of a key is in the log", async () => {
  const { text, body } = await callApi("GET", "/api/v1/audit_logs?table=tenant_api_keys", { token });
  expect(body.total).toBeGreaterThan(0);
  expect(text).not.toContain("key_hash");
  expect(text).not.toContain(token.secret);
});
