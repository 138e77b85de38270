import { type APIResponse, expect, test } from "@playwright/test";
import { personOf, tokenOf } from "./people";

const viewer = personOf("Viewer");
const owner = personOf("Company Access (owner)");

async function expectProblem(response: APIResponse, status: number, code: string): Promise<void> {
  expect(response.status()).toBe(status);
  const body = await response.json();
  expect(body).toMatchObject({ code, request_id: response.headers()["x-request-id"] });
  expect(body.detail).toBeTruthy();
}

test("a session token reads what its person sees, and no cookie does", async ({ request, playwright, baseURL }) => {
  const token = await tokenOf(request, viewer);
  const authorization = `Bearer ${token}`;
  const whoami = await request.get("/api/v1/whoami", { headers: { authorization } });
  expect(await whoami.json()).toMatchObject({ kind: "user", tenant: { slug: viewer.tenantSlug } });
  await expectProblem(await request.get("/api/v1/whoami"), 401, "token_not_found");
  const stranger = await playwright.request.newContext({ baseURL });
  const list = await stranger.get("/api/v1/payment_intents?size=25", { headers: { authorization } });
  const { items, total, next_cursor } = await list.json();
  expect(items).toHaveLength(25);
  expect(total).toBeGreaterThan(25);
  const next = await stranger.get(`/api/v1/payment_intents?size=25&cursor=${next_cursor}`, {
    headers: { authorization },
  });
  const ids = new Set([...items, ...(await next.json()).items].map(({ id }: { id: string }) => id));
  expect(ids.size).toBe(50);
});

test("HEAD answers the headers of GET", async ({ request }) => {
  const authorization = `Bearer ${await tokenOf(request, viewer)}`;
  const response = await request.head("/api/v1/accounts", { headers: { authorization } });
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-process-time": expect.stringMatching(/^\d+\.\d{4}$/),
  });
});

test("a body beyond the limit is refused while it comes in", async ({ request }) => {
  const headers = { authorization: `Bearer ${await tokenOf(request, owner)}`, "content-type": "application/json" };
  const response = await request.post("/api/v1/account", { headers, data: Buffer.alloc(20_000_000, " ") });
  await expectProblem(response, 413, "payload_too_large");
});

test("addresses and methods that are not served are refused in the API's form", async ({ request }) => {
  for (const path of ["/api/v1", "/api/v1/nothing", "/api/v1/account/nothing", "/api/v1/%", "/api/v1/%E0%A4%A"])
    await expectProblem(await request.get(path), 404, "not_found");
  await expectProblem(await request.put("/api/v1/accounts"), 405, "method_not_allowed");
  await expectProblem(await request.fetch("/api/v1/accounts", { method: "TRACE" }), 405, "method_not_allowed");
});

test("the OpenAPI document is served without a token, and names this server", async ({ request, baseURL }) => {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([expect.objectContaining({ url: baseURL })]);
  expect(Object.keys(document.paths)).toContain("/api/v1/payment_intents");
});
