import { beforeAll, expect, test, vi } from "vitest";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import { env } from "@/lib/env";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { findMatchingAction } from "./actions";

const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>(), headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const database = doorsOfThisFile();
let tenant: TestTenant;
let member: MemberActor;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  admin = await createPlatformAdmin(database());
  request.headers.set("origin", env().appUrl);
});

const find = async (person: MemberActor | PlatformAdminActor, list: string, query: string) => {
  request.cookies.set(SESSION_COOKIE, { value: await signSessionToken(person) });
  return findMatchingAction({ list, query });
};

test("finds the jobs of all pages that match, from the first one on, whatever page is shown", async () => {
  const made = await asOwner<{ id: string }>(
    database(),
    `select app.job_id((graphile_worker.add_job('jobs.matching', json_build_object('tenant_id', $1::text),
       run_at => '2100-01-01')).id) as id from generate_series(1, 103)`,
    [tenant.id],
  );
  await asOwner(database(), "select graphile_worker.add_job('jobs.other', '{}', run_at => '2100-01-01')");
  const found = await find(admin, "jobs", "task=jobs.matching&size=25&page=3&columns=task");
  expect(found).toMatchObject({ ok: true, data: { hasMore: false } });
  const ids = found.ok ? found.data.ids : [];
  expect(ids.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
});

test("finds people by the list's filters", async () => {
  const found = await find(admin, "users", `tenant=${tenant.id}`);
  expect(found).toEqual({ ok: true, data: { ids: [member.userId], hasMore: false } });
});

test("is refused to a tenant's people, and knows no other list", async () => {
  expect(await find(member, "users", "")).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(await find(admin, "tenants", "")).toMatchObject({ ok: false, error: { code: "validation_error" } });
});
