import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { MAX_BULK } from "@/lib/bulk";
import { type ApiCall, callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { failedJobOf } from "@/lib/testing/system";

const database = doorsOfThisFile();
let tenant: TestTenant;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  admin = await createPlatformAdmin(database());
});

const ACTS = ["retry", "remove"];
const REASON = "Ticket 4711";
const act = (what: string, ids: string[], token: ApiCall["token"] = admin, reason = REASON) =>
  callApi("POST", `/api/v1/admin/jobs/bulk_${what}`, { ...(token && { token }), body: { ids, reason } });
/** The states of the tenant's jobs, by id. */
async function states(): Promise<Map<string, string>> {
  const { body } = await callApi("GET", `/api/v1/admin/jobs?tenant=${tenant.id}&size=100`, { token: admin });
  return new Map(body.items.map(({ id, state }: { id: string; state: string }) => [id, state]));
}
const logOf = (id: string) =>
  asOwner<{ operation: string; reason: string; tenant_id: string }>(
    database(),
    "select operation, reason, tenant_id from audit_logs where table_name = 'jobs' and record_id = $1 order by id",
    [id],
  );

test("jobs are retried and removed together, each with its entry in the log of its tenant", async () => {
  const ids = [await failedJobOf(tenant), await failedJobOf(tenant)];
  expect((await act("retry", ids)).body).toMatchObject({ done: 2, refused: 0 });
  const retried = await states();
  expect(ids.map((id) => retried.get(id))).toEqual(["waiting", "waiting"]);
  expect((await act("remove", ids)).body).toMatchObject({ done: 2, refused: 0 });
  const left = await states();
  expect(ids.map((id) => left.get(id))).toEqual([undefined, undefined]);
  for (const id of ids)
    expect(await logOf(id)).toEqual([
      { operation: "jobs.retry", reason: REASON, tenant_id: tenant.id },
      { operation: "jobs.remove", reason: REASON, tenant_id: tenant.id },
    ]);
});

test("one that runs and one that is gone are refused alone", async () => {
  const [running, failed, other] = [await failedJobOf(tenant), await failedJobOf(tenant), await failedJobOf(tenant)];
  await asOwner(
    database(),
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = app.job_number($1::uuid)",
    [running],
  );
  const unknown = randomUUID();
  for (const [what, third] of [
    ["retry", failed],
    ["remove", other],
  ] as const)
    expect((await act(what, [running, unknown, third])).body).toMatchObject({
      done: 1,
      refused: 2,
      items: [
        { id: running, error: { code: "conflict", message: "This job is running at this moment" } },
        { id: unknown, error: { code: "not_found" } },
        { id: third, outcome: "done" },
      ],
    });
  const left = await states();
  expect([left.get(running), left.get(failed), left.get(other)]).toEqual(["running", "waiting", undefined]);
  expect(await logOf(running)).toEqual([]);
});

test("is closed to everybody else", async () => {
  const id = await failedJobOf(tenant);
  for (const what of ACTS) {
    for (const token of [await createMember(database(), tenant), await createKey(tenant), undefined])
      expect((await act(what, [id], token ?? "x")).status, what).toBe(token ? 403 : 401);
  }
  expect((await states()).get(id)).toBe("failed");
});

test.each([
  ["none", [], "ids"],
  ["too many", Array.from({ length: MAX_BULK + 1 }, () => randomUUID()), "ids"],
  ["no id", ["7"], "ids"],
  ["no reason", [randomUUID()], "reason"],
])("with %s names the field", async (_what, ids, field) => {
  for (const what of ACTS) {
    const { status, body } = await act(what, ids, admin, field === "reason" ? " " : REASON);
    expect(status, what).toBe(422);
    expect(body.detail[0].loc.slice(0, 2)).toEqual(["body", field]);
  }
});
