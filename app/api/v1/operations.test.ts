import { expect, test, vi } from "vitest";
import { buildOpenApi } from "@/lib/http/openapi";
import { fieldsWithoutExample } from "@/lib/http/openapi-examples";
import { METHODS, type Operation } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import { apiRoutes, callApi, HTTP_METHODS, type HttpMethod } from "@/lib/testing/api";

// The first to ask loads every route file.
vi.setConfig({ testTimeout: 60_000 });

const document = buildOpenApi(OPERATIONS, { version: "1.2.3", serverUrl: "http://localhost:3000" });
const nameOf = ({ method, path }: Pick<Operation, "method" | "path">) => `${method.toUpperCase()} ${path}`;

test("route files serve exactly the declared operations, each at its own address", async () => {
  const served: Operation[] = [];
  for (const [address, module] of await apiRoutes()) {
    expect(Object.keys(module).sort(), address).toEqual([...HTTP_METHODS].sort());
    for (const method of HTTP_METHODS) {
      const { operation } = module[method];
      if (!operation) continue;
      expect(nameOf(operation)).toBe(`${method} ${address}`);
      served.push(operation);
    }
  }
  expect(served.map(nameOf).sort()).toEqual(OPERATIONS.map(nameOf).sort());
  // The very same declaration, not one like it.
  expect(served.filter((operation) => !OPERATIONS.includes(operation)).map(nameOf)).toEqual([]);
});

function securityOf({ isPublic, isPlatform, isPersonal, isSessionOnly }: Operation) {
  if (isPublic) return [];
  if (isPlatform) return [{ platform_session: [] }];
  return isPersonal || isSessionOnly ? [{ session: [] }] : undefined;
}

test("the document describes exactly the declared operations", () => {
  const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ name: nameOf({ method, path }), what: item[method] })),
  );
  expect(described.map(({ name }) => name).sort()).toEqual(OPERATIONS.map(nameOf).sort());
  for (const operation of OPERATIONS) {
    const what = described.find(({ name }) => name === nameOf(operation))?.what as Record<string, unknown> | undefined;
    expect(what?.["x-permission"] ?? null).toBe(operation.permission);
    expect(what?.security, "public operations need no token, some a person's, all others any").toEqual(
      securityOf(operation),
    );
  }
});

test("who may do what", () => {
  const who = (one: Operation) => {
    if (one.isPublic) return "anybody";
    if (one.isPlatform) return "platform admins";
    if (one.isPersonal) return "every person, about what is the own";
    return `${one.permission ?? "any token"}${one.isSessionOnly ? ", by session only" : ""}`;
  };
  const matrix = OPERATIONS.map((one) => `${nameOf(one)}: ${who(one)}`);
  expect(matrix).toEqual([
    "GET /api/v1/accounts: accounts:read",
    "GET /api/v1/account_tree: accounts:read",
    "GET /api/v1/account_totals: payment_intents:read",
    "GET /api/v1/account: accounts:read",
    "POST /api/v1/account: accounts:write",
    "PATCH /api/v1/account: accounts:write",
    "DELETE /api/v1/account: accounts:write",
    "POST /api/v1/account/restore: accounts:write",
    "GET /api/v1/payment_intents: payment_intents:read",
    "GET /api/v1/payment_intent_totals: payment_intents:read",
    "GET /api/v1/payment_volume: payment_intents:read",
    "GET /api/v1/payment_intent: payment_intents:read",
    "POST /api/v1/payment_intent: payment_intents:write",
    "PATCH /api/v1/payment_intent: payment_intents:write",
    "POST /api/v1/payment_intent/confirm: payment_intents:write",
    "POST /api/v1/payment_intent/cancel: payment_intents:write",
    "GET /api/v1/refunds: refunds:read",
    "GET /api/v1/refund: refunds:read",
    "POST /api/v1/refund: refunds:create",
    "POST /api/v1/refund/cancel: refunds:create",
    "POST /api/v1/refund/approve: refunds:approve, by session only",
    "POST /api/v1/refund/reject: refunds:approve, by session only",
    "GET /api/v1/refund_stops: refunds:read",
    "POST /api/v1/refund_stop: refunds:approve",
    "POST /api/v1/refund_stop/lift: refunds:approve, by session only",
    "GET /api/v1/documents: documents:read",
    "GET /api/v1/document: documents:read",
    "POST /api/v1/document: documents:write",
    "PATCH /api/v1/document: documents:write",
    "DELETE /api/v1/document: documents:write",
    "POST /api/v1/document/restore: documents:write",
    "GET /api/v1/document/content: documents:read",
    "GET /api/v1/imports: payment_intents:import",
    "GET /api/v1/import: payment_intents:import",
    "POST /api/v1/import: payment_intents:import",
    "POST /api/v1/import/preview: payment_intents:import",
    "POST /api/v1/import/check: payment_intents:import",
    "POST /api/v1/import/run: payment_intents:import",
    "POST /api/v1/import/cancel: payment_intents:import",
    "POST /api/v1/import/undo: payment_intents:import",
    "GET /api/v1/import/kept: payment_intents:import",
    "GET /api/v1/import/refusals: payment_intents:import",
    "GET /api/v1/import_mappings: payment_intents:import",
    "GET /api/v1/import_mapping: payment_intents:import",
    "POST /api/v1/import_mapping: payment_intents:import",
    "PATCH /api/v1/import_mapping: payment_intents:import",
    "DELETE /api/v1/import_mapping: payment_intents:import",
    "POST /api/v1/import_mapping/restore: payment_intents:import",
    "GET /api/v1/audit_logs: audit_logs:read",
    "GET /api/v1/audit_log: audit_logs:read",
    "GET /api/v1/record_version: any token",
    "GET /api/v1/record_versions: any token",
    "GET /api/v1/request_logs: api_keys:read",
    "GET /api/v1/members: members:read",
    "GET /api/v1/member: members:read",
    "PATCH /api/v1/member: members:write, by session only",
    "PUT /api/v1/member/roles: roles:write, by session only",
    "DELETE /api/v1/member: members:write, by session only",
    "POST /api/v1/member/restore: members:write, by session only",
    "GET /api/v1/invitations: members:read",
    "GET /api/v1/invitation: members:read",
    "POST /api/v1/invitation: members:write, by session only",
    "POST /api/v1/invitation/resend: members:write, by session only",
    "POST /api/v1/invitation/revoke: members:write, by session only",
    "GET /api/v1/roles: roles:read",
    "GET /api/v1/role: roles:read",
    "POST /api/v1/role: roles:write, by session only",
    "PATCH /api/v1/role: roles:write, by session only",
    "DELETE /api/v1/role: roles:write, by session only",
    "GET /api/v1/permissions: any token",
    "GET /api/v1/access_explanation: any token",
    "GET /api/v1/account_reach: accounts:read",
    "GET /api/v1/api_keys: api_keys:read, by session only",
    "GET /api/v1/api_key: api_keys:read, by session only",
    "POST /api/v1/api_key: api_keys:write, by session only",
    "POST /api/v1/api_key/rotate: api_keys:write, by session only",
    "POST /api/v1/api_key/revoke: api_keys:write, by session only",
    "POST /api/v1/payment_intents/bulk_cancel: payment_intents:write",
    "POST /api/v1/payment_intents/bulk_metadata: payment_intents:write",
    "POST /api/v1/accounts/bulk_delete: accounts:write",
    "POST /api/v1/accounts/bulk_restore: accounts:write",
    "POST /api/v1/documents/bulk_delete: documents:write",
    "POST /api/v1/documents/bulk_restore: documents:write",
    "POST /api/v1/api_keys/bulk_revoke: api_keys:write, by session only",
    "POST /api/v1/refunds/bulk_cancel: refunds:create",
    "POST /api/v1/invitations/bulk_revoke: members:write, by session only",
    "POST /api/v1/members/bulk_deactivate: members:write, by session only",
    "POST /api/v1/members/bulk_restore: members:write, by session only",
    "POST /api/v1/webhook_deliveries/bulk_resend: webhooks:write",
    "GET /api/v1/notices: any token",
    "POST /api/v1/notice/read: any token",
    "GET /api/v1/notices/unread: any token",
    "POST /api/v1/notice/seen: any token, by session only",
    "POST /api/v1/notices/seen: any token, by session only",
    "GET /api/v1/tenant: settings:read",
    "PATCH /api/v1/tenant: settings:write",
    "GET /api/v1/tenant_config: settings:read",
    "PATCH /api/v1/tenant_config: settings:write",
    "GET /api/v1/tenant_config_versions: settings:read",
    "GET /api/v1/visits: settings:read",
    "POST /api/v1/visit/agree: settings:write, by session only",
    "POST /api/v1/visit/decline: settings:write, by session only",
    "POST /api/v1/visit/end: settings:write, by session only",
    "GET /api/v1/webhook_endpoints: webhooks:read",
    "GET /api/v1/webhook_endpoint: webhooks:read",
    "POST /api/v1/webhook_endpoint: webhooks:write",
    "PATCH /api/v1/webhook_endpoint: webhooks:write",
    "DELETE /api/v1/webhook_endpoint: webhooks:write",
    "POST /api/v1/webhook_endpoint/enable: webhooks:write",
    "POST /api/v1/webhook_endpoint/disable: webhooks:write",
    "POST /api/v1/webhook_endpoint/rotate_secret: webhooks:write",
    "POST /api/v1/webhook_endpoint/test: webhooks:write",
    "POST /api/v1/webhook_endpoint/resend: webhooks:write",
    "GET /api/v1/webhook_deliveries: webhooks:read",
    "GET /api/v1/webhook_delivery: webhooks:read",
    "POST /api/v1/webhook_delivery/resend: webhooks:write",
    "GET /api/v1/webhook_event_types: webhooks:read",
    "POST /api/v1/webhooks/sandbox: anybody",
    "POST /api/v1/webhooks/stripe: anybody",
    "GET /api/v1/saved_views: any token",
    "GET /api/v1/saved_view: any token",
    "POST /api/v1/saved_view: any token, by session only",
    "PATCH /api/v1/saved_view: any token, by session only",
    "DELETE /api/v1/saved_view: any token, by session only",
    "POST /api/v1/saved_view/restore: any token, by session only",
    "POST /api/v1/saved_view/watch: any token, by session only",
    "POST /api/v1/saved_view/unwatch: any token, by session only",
    "GET /api/v1/saved_view/default: any token, by session only",
    "POST /api/v1/saved_view/default: any token, by session only",
    "GET /api/v1/exports: any token",
    "GET /api/v1/export: any token",
    "GET /api/v1/export/options: any token",
    "POST /api/v1/export: any token",
    "POST /api/v1/export/cancel: any token",
    "GET /api/v1/export/file: any token",
    "GET /api/v1/search: any token",
    "GET /api/v1/whoami: any token",
    "GET /api/v1/profile: every person, about what is the own",
    "PATCH /api/v1/profile: every person, about what is the own",
    "GET /api/v1/list_preferences: every person, about what is the own",
    "PUT /api/v1/list_preference: every person, about what is the own",
    "GET /api/v1/notice_choices: every person, about what is the own",
    "PUT /api/v1/notice_choice: every person, about what is the own",
    "GET /api/v1/sessions: every person, about what is the own",
    "DELETE /api/v1/session: every person, about what is the own",
    "POST /api/v1/session/end_all: every person, about what is the own",
    "GET /api/v1/public/status: anybody",
    "GET /api/v1/public/currencies: anybody",
    "GET /api/v1/public/countries: anybody",
    "POST /api/v1/public/leaked_key: anybody",
    "GET /api/v1/openapi.json: anybody",
    "GET /api/v1/admin/tenants: platform admins",
    "GET /api/v1/admin/tenant: platform admins",
    "GET /api/v1/admin/tenant_usage: platform admins",
    "POST /api/v1/admin/tenant: platform admins",
    "PATCH /api/v1/admin/tenant: platform admins",
    "POST /api/v1/admin/tenant/invite_owner: platform admins",
    "POST /api/v1/admin/tenant/suspend: platform admins",
    "POST /api/v1/admin/tenant/reactivate: platform admins",
    "GET /api/v1/admin/tenant_notes: platform admins",
    "GET /api/v1/admin/tenant_note: platform admins",
    "POST /api/v1/admin/tenant_note: platform admins",
    "PATCH /api/v1/admin/tenant_note: platform admins",
    "DELETE /api/v1/admin/tenant_note: platform admins",
    "GET /api/v1/admin/tenant_switches: platform admins",
    "POST /api/v1/admin/tenant/switch: platform admins",
    "GET /api/v1/admin/tenant_exports: platform admins",
    "GET /api/v1/admin/tenant_export: platform admins",
    "POST /api/v1/admin/tenant_export: platform admins",
    "GET /api/v1/admin/tenant_export/content: platform admins",
    "GET /api/v1/admin/tenant_deletions: platform admins",
    "GET /api/v1/admin/tenant_deletion: platform admins",
    "POST /api/v1/admin/tenant_deletion: platform admins",
    "POST /api/v1/admin/tenant_deletion/agree: platform admins",
    "POST /api/v1/admin/tenant_deletion/call_off: platform admins",
    "GET /api/v1/admin/templates: platform admins",
    "GET /api/v1/admin/template: platform admins",
    "POST /api/v1/admin/template: platform admins",
    "POST /api/v1/admin/template/archive: platform admins",
    "POST /api/v1/admin/template/restore: platform admins",
    "GET /api/v1/admin/template_comparison: platform admins",
    "GET /api/v1/admin/template_preview: platform admins",
    "POST /api/v1/admin/template/apply: platform admins",
    "GET /api/v1/admin/platform_totals: platform admins",
    "GET /api/v1/admin/users: platform admins",
    "GET /api/v1/admin/user: platform admins",
    "GET /api/v1/admin/user_sessions: platform admins",
    "POST /api/v1/admin/user/deactivate: platform admins",
    "POST /api/v1/admin/user/reactivate: platform admins",
    "POST /api/v1/admin/user/end_sessions: platform admins",
    "POST /api/v1/admin/user/reset_second_factor: platform admins",
    "POST /api/v1/admin/user/send_password_reset: platform admins",
    "GET /api/v1/admin/search: platform admins",
    "GET /api/v1/admin/visits: platform admins",
    "GET /api/v1/admin/visit: platform admins",
    "POST /api/v1/admin/visit: platform admins",
    "POST /api/v1/admin/visit/begin: platform admins",
    "POST /api/v1/admin/visit/end: platform admins",
    "POST /api/v1/admin/visit/ask_writing: platform admins",
    "POST /api/v1/admin/visit/agree_writing: platform admins",
    "GET /api/v1/admin/audit_logs: platform admins",
    "GET /api/v1/admin/audit_log: platform admins",
    "GET /api/v1/admin/system: platform admins",
    "GET /api/v1/admin/jobs: platform admins",
    "POST /api/v1/admin/job/retry: platform admins",
    "POST /api/v1/admin/jobs/retry: platform admins",
    "DELETE /api/v1/admin/job: platform admins",
    "POST /api/v1/admin/users/bulk_deactivate: platform admins",
    "POST /api/v1/admin/users/bulk_reactivate: platform admins",
    "POST /api/v1/admin/users/bulk_end_sessions: platform admins",
    "POST /api/v1/admin/jobs/bulk_retry: platform admins",
    "POST /api/v1/admin/jobs/bulk_remove: platform admins",
    "GET /api/v1/admin/isolation_proofs: platform admins",
    "GET /api/v1/admin/isolation_proof: platform admins",
    "POST /api/v1/admin/isolation_proof: platform admins",
    "GET /api/v1/admin/isolation_proof/report: platform admins",
    "GET /api/v1/admin/isolation_prover: platform admins",
  ]);
});

test("every field and parameter of the document has an example", () => {
  expect(fieldsWithoutExample(document)).toEqual([]);
});

test("an operation takes parameters or a body, and refuses fields that it does not know", () => {
  for (const { operationId, query, body } of OPERATIONS) {
    expect(Boolean(query && body), operationId).toBe(false);
    for (const schema of [body, query && "safeParse" in query ? query : undefined]) {
      if (!schema) continue;
      const codes = schema.safeParse({ no_such_field: 1 }).error?.issues.map(({ code }) => code);
      expect(codes, operationId).toContain("unrecognized_keys");
    }
  }
});

test("every reply names its fields, so that nothing else leaves", () => {
  for (const { operationId, reply } of OPERATIONS.filter(
    (one) => one.operationId !== "getOpenApiDocument" && !one.repliesBytes,
  ))
    expect(reply, operationId).toHaveProperty("shape");
});

test("the published document is this one", async () => {
  const { status, body } = await callApi("GET", "/api/v1/openapi.json");
  expect(status).toBe(200);
  expect(body.openapi).toBe("3.1.0");
  expect(body.paths).toEqual(JSON.parse(JSON.stringify(document.paths)));
});

test("public answers need no token and no database", async () => {
  expect((await callApi("GET", "/api/v1/public/status")).body).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  const { items: currencies } = (await callApi("GET", "/api/v1/public/currencies")).body;
  expect(currencies).toContainEqual({ code: "JPY", numeric: "392", name: "Yen", symbol: "¥", exponent: 0 });
  const { items: countries } = (await callApi("GET", "/api/v1/public/countries")).body;
  expect(countries).toContainEqual({ code: "PT", alpha3: "PRT", name: "Portugal" });
});

test("what is not served is 405 with Allow, and an unknown address 404, both in the API's form", async () => {
  for (const [address, module] of await apiRoutes()) {
    const served = HTTP_METHODS.filter((method) => module[method].operation);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] satisfies HttpMethod[]) {
      if (module[method].operation) continue;
      const answer = await callApi(method, address);
      expect(answer.status, `${method} ${address}`).toBe(405);
      expect(answer.headers.get("allow")).toBe([...served, "OPTIONS"].join(", "));
      expect(answer.body.code).toBe("method_not_allowed");
    }
    expect((await callApi("OPTIONS", address)).status).toBe(204);
  }
  for (const address of ["/api/v1", "/api/v1/nothing", "/api/v1/account/nothing", "/api/v1/admin/nothing"]) {
    for (const method of HTTP_METHODS) {
      const answer = await callApi(method, address);
      expect(answer.body).toEqual({
        detail: "There is nothing at this address",
        code: "not_found",
        request_id: answer.headers.get("x-request-id"),
      });
    }
  }
});
