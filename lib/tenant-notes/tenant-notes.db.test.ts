import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { platformWrite } from "@/lib/tenant-db";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let author: PlatformAdminActor;
let colleague: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  author = await createPlatformAdmin(database());
  colleague = await createPlatformAdmin(database());
});

const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = author) =>
  callApi(method, `/api/v1/admin/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const write = async (text: string) => (await api("POST", "tenant_note", { tenant_id: tenant.id, text })).body;
const listed = async () =>
  (await api("GET", `tenant_notes?tenant=${tenant.id}`)).body.items.map(({ text }: { text: string }) => text);

test("a note is signed by whoever writes it, and found by tenant, newest first", async () => {
  const note = await write("Prefers calls in the morning");
  expect(note).toMatchObject({
    tenant: { id: tenant.id, name: `Tenant ${tenant.slug}` },
    author: { user_id: author.userId, name: "Petra Platform" },
    text: "Prefers calls in the morning",
  });
  await write("Asks for invoices by post");
  expect((await listed()).slice(0, 2)).toEqual(["Asks for invoices by post", "Prefers calls in the morning"]);
  expect((await api("GET", `tenant_note?id=${note.id}`)).body).toEqual(note);
  const elsewhere = await createTenant(database());
  expect((await api("GET", `tenant_notes?tenant=${elsewhere.id}`)).body.items).toEqual([]);
});

test("a note is changed by its author alone, in the database too", async () => {
  const { id } = await write("Before");
  expect((await api("PATCH", "tenant_note", { id, text: "After" })).body.text).toBe("After");
  const refused = await api("PATCH", "tenant_note", { id, text: "Mine now" }, colleague);
  expect([refused.status, refused.body.detail]).toEqual([403, "A note is changed by whoever wrote it"]);
  const bySql = platformWrite(colleague, "test", (db) =>
    db.tenantNote.updateMany({ where: { id }, data: { text: "Mine now" } }),
  );
  await expect(bySql).rejects.toThrow();
  expect(await listed()).toContain("After");
});

test("a deleted note is gone from the list, and stays in the log with who deleted it", async () => {
  const { id } = await write("To be deleted");
  expect((await api("DELETE", `tenant_note?id=${id}`, undefined, colleague)).status).toBe(200);
  expect(await listed()).not.toContain("To be deleted");
  expect((await api("GET", `tenant_note?id=${id}`)).status).toBe(404);
  expect((await api("PATCH", "tenant_note", { id, text: "Back" })).status).toBe(404);
  expect((await api("DELETE", `tenant_note?id=${id}`)).status).toBe(404);
  const rows = await asOwner<{ operation: string; user_id: string; tenant_id: string }>(
    database(),
    "select operation, user_id, tenant_id from audit_logs where table_name = 'tenant_notes' and record_id = $1 order by id",
    [id],
  );
  const platform = "00000000-0000-0000-0000-000000000000";
  expect(rows).toEqual([
    { operation: "tenant_notes.create", user_id: author.userId, tenant_id: platform },
    { operation: "tenant_notes.delete", user_id: colleague.userId, tenant_id: platform },
  ]);
});

test("of two who delete a note at once one does", async () => {
  const { id } = await write("Twice");
  const answers = await Promise.all(
    [author, colleague].map((who) => api("DELETE", `tenant_note?id=${id}`, undefined, who)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test("a tenant never reads what is written about it", async () => {
  await write("Pays late");
  const owner = await createMember(database(), tenant);
  expect((await api("GET", `tenant_notes?tenant=${tenant.id}`, undefined, owner)).status).toBe(403);
  const log = await callApi("GET", "/api/v1/audit_logs?size=100", { token: owner });
  expect(log.body.items.length).toBeGreaterThan(0);
  expect(log.text).not.toContain("Pays late");
});

test("a note needs a tenant that exists and something to say", async () => {
  const complaints = async (body: object) => {
    const answer = await api("POST", "tenant_note", body);
    return [answer.status, answer.body.detail[0].loc.at(-1)];
  };
  expect(await complaints({ tenant_id: randomUUID(), text: "x" })).toEqual([422, "tenant_id"]);
  expect(await complaints({ tenant_id: tenant.id, text: " " })).toEqual([422, "text"]);
  expect(await complaints({ tenant_id: tenant.id, text: "x".repeat(5001) })).toEqual([422, "text"]);
  expect(await complaints({ tenant_id: tenant.id, text: "x", author_id: colleague.userId })).toEqual([
    422,
    "author_id",
  ]);
});
