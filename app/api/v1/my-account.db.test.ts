import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { identity } from "@/lib/tenant-db";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let ann: MemberActor;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
});
beforeEach(async () => {
  ann = await createMember(database(), tenant, { role: "viewer" });
  admin = await createPlatformAdmin(database());
});

const another = () => identity.openSession(ann.userId, "203.0.113.9", "curl/8.5.0", 3600);

describe("sessions", () => {
  test("are listed without a tenant, for a person of several or of none", async () => {
    const second = await createTenant(database());
    await asOwner(database(), "insert into memberships (tenant_id, user_id) values ($1, $2)", [second.id, ann.userId]);
    const id = await another();
    const { status, body } = await callApi("GET", "/api/v1/sessions", { token: ann });
    expect(status).toBe(200);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([ann.sessionId, id]);
    expect((await callApi("GET", "/api/v1/sessions", { token: admin })).body.items).toHaveLength(1);
  });

  test("end one by one, the own one too, and are refused from then on", async () => {
    const id = await another();
    const ended = await callApi("DELETE", `/api/v1/session?id=${id}`, { token: ann });
    expect(ended.body).toMatchObject({ id, ended_at: expect.any(String) });
    const own = await callApi("DELETE", `/api/v1/session?id=${ann.sessionId}`, { token: ann });
    expect(own.status).toBe(200);
    expect((await callApi("GET", "/api/v1/sessions", { token: ann })).status).toBe(401);
  });

  test("of another person are answered as ones that never were, to the byte", async () => {
    const bob = await createMember(database(), tenant);
    const answers = [];
    for (const id of [bob.sessionId, "0190a000-0000-7000-8000-00000000000a"]) {
      const { status, text } = await callApi("DELETE", `/api/v1/session?id=${id}`, {
        token: ann,
        headers: { "x-request-id": "one-and-the-same" },
      });
      answers.push({ status, text });
    }
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]).toEqual(answers[1]);
    expect((await callApi("GET", "/api/v1/sessions", { token: bob })).status).toBe(200);
  });

  test("all end but the one that asks, or with it", async () => {
    const ids = [await another(), await another()];
    const others = await callApi("POST", "/api/v1/session/end_all", { token: ann, body: {} });
    expect(others.body).toEqual({ ended: ids.length });
    const all = await callApi("POST", "/api/v1/session/end_all", { token: ann, body: { keep_current: false } });
    expect(all.body).toEqual({ ended: 1 });
    expect((await callApi("GET", "/api/v1/profile", { token: ann })).status).toBe(401);
  });
});

describe("the profile", () => {
  test("changes in the parts that are given", async () => {
    const { body } = await callApi("PATCH", "/api/v1/profile", {
      token: ann,
      body: { full_name: "  Ann Lee ", clock: "12h" },
    });
    expect(body).toMatchObject({ id: ann.userId, full_name: "Ann Lee", clock: "12h", time_zone: "UTC" });
    expect((await callApi("GET", "/api/v1/profile", { token: ann })).body).toEqual(body);
    expect((await callApi("GET", "/api/v1/profile", { token: admin })).body).toMatchObject({ id: admin.userId });
  });

  test.each([
    [{ full_name: "" }, "full_name"],
    [{ full_name: null }, "full_name"],
    [{ full_name: "a\nb" }, "full_name"],
    [{ time_zone: "Mars/Olympus" }, "time_zone"],
    [{ date_format: "YY" }, "date_format"],
    [{ clock: "13h" }, "clock"],
    [{ avatar_url: "http://people.example.com/a.png" }, "avatar_url"],
    [{ avatar_url: "https://127.0.0.1:1/a.png" }, "avatar_url"],
    [{ avatar_url: "javascript:alert(1)" }, "avatar_url"],
    [{ email: "other@example.com" }, "email"],
  ])("%j is refused by its field", async (body, field) => {
    const answer = await callApi("PATCH", "/api/v1/profile", { token: ann, body });
    expect(answer.status, answer.text).toBe(422);
    expect(answer.body.detail[0].loc).toEqual(["body", field]);
  });
});

test("an access key is nobody's, whatever it may do", async () => {
  const key = await createKey(tenant);
  for (const [method, address] of [
    ["GET", "/api/v1/profile"],
    ["GET", "/api/v1/sessions"],
  ] as const) {
    const answer = await callApi(method, address, { token: key });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain("session token");
  }
});
