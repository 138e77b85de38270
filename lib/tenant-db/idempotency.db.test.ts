import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { TenantActor } from "@/lib/actor";
import { rotateApiKey } from "@/lib/api-keys/commands";
import { AppError } from "@/lib/errors";
import { fingerprintOf, IdempotentRequest } from "@/lib/idempotency";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { startWireProxy } from "@/lib/testing/wire-proxy";
import { hashApiKey } from "../api-key-secret";
import { Door } from "./door";
import { identity, sql, tenantWrite } from "./index";
import { tenantDoor, useDoors } from "./pools";

const database = doorsOfThisFile({ poolMax: 12 });
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await createTenant(database());
});

const REQUEST = fingerprintOf("post /thing", { a: 1 });
const withKey = <A extends TenantActor>(actor: A, key: string, fingerprint = REQUEST) => ({
  ...actor,
  idempotency: new IdempotentRequest(key, fingerprint),
});

/** Makes an account of a new name: each run of it is an effect that can be counted. */
async function makeOne(actor: TenantActor, prefix: string, before: () => Promise<void> = async () => {}) {
  return tenantWrite(actor, "accounts:write", "test.make", async (db) => {
    const { id } = await db.account.create({
      data: { tenantId: actor.tenantId, name: `${prefix} ${randomUUID()}`, currency: "EUR" },
      select: { id: true },
    });
    await before();
    return { id };
  });
}

const effects = async (prefix: string) => {
  const [row] = await asOwner<{ count: number }>(
    database(),
    "select count(*)::int as count from accounts where tenant_id = $1 and name like $2",
    [tenant.id, `${prefix} %`],
  );
  return row?.count;
};

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

test("the same key answers the same again, and says so", async () => {
  const member = await createMember(database(), tenant);
  const [first, second] = [withKey(member, "twice"), withKey(member, "twice")];
  const made = await makeOne(first, "twice");
  expect(await makeOne(second, "twice")).toEqual(made);
  expect([first.idempotency.isReplayed, second.idempotency.isReplayed]).toEqual([false, true]);
  expect(await effects("twice")).toBe(1);
  expect(await makeOne(withKey(member, "another"), "twice")).not.toEqual(made);
});

test("the same key for another request is refused, naming the header", async () => {
  const member = await createMember(database(), tenant);
  await makeOne(withKey(member, "other"), "other");
  const other = makeOne(withKey(member, "other", fingerprintOf("post /thing", { a: 2 })), "other");
  await expect(other).rejects.toMatchObject({
    status: 422,
    issues: [{ loc: ["header", "Idempotency-Key"], type: "idempotency_key_reused" }],
  });
  expect(await effects("other")).toBe(1);
});

test("while the first request runs nobody waits: 409 with Retry-After", async () => {
  const member = await createMember(database(), tenant);
  const during: unknown[] = [];
  await makeOne(withKey(member, "running"), "running", async () => {
    const second = await makeOne(withKey(member, "running"), "running").catch((error: unknown) => error);
    during.push(second);
  });
  expect(during).toMatchObject([{ code: "idempotency_in_progress", status: 409, retryAfterSeconds: 1 }]);
  expect(await effects("running")).toBe(1);
});

test("a hundred at once have one effect, and all that are answered are answered the same", async () => {
  const key = await createKey(tenant);
  const results = await Promise.allSettled(
    Array.from({ length: 100 }, () => makeOne(withKey(key, "hundred"), "hundred")),
  );
  const ids = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.id] : []));
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
  expect(new Set(ids).size).toBe(1);
  expect(new Set(refusals).size).toBeLessThanOrEqual(1);
  expect(refusals.every((code) => code === "idempotency_in_progress")).toBe(true);
  expect(await effects("hundred")).toBe(1);
});

test("what failed had no effect, so its key may be sent again", async () => {
  const member = await createMember(database(), tenant);
  const refused = makeOne(withKey(member, "again"), "again", async () => {
    throw new AppError("conflict");
  });
  expect(await codeOf(refused)).toBe("conflict");
  expect(await effects("again")).toBe(0);
  const next = withKey(member, "again");
  await makeOne(next, "again");
  expect(next.idempotency.isReplayed).toBe(false);
  expect(await effects("again")).toBe(1);
});

test("work that runs again after a conflict has one effect", async () => {
  const member = await createMember(database(), tenant);
  let tries = 0;
  await makeOne(withKey(member, "conflict"), "conflict", async () => {
    tries += 1;
    // As PostgreSQL tells of a conflict between transactions.
    if (tries === 1) throw Object.assign(new Error("conflict"), { cause: { originalCode: "40001" } });
  });
  expect(tries).toBe(2);
  expect(await effects("conflict")).toBe(1);
});

test("a COMMIT whose answer was lost is no loss: the door asks again, and finds its own answer", async () => {
  const proxy = await startWireProxy(database().tenantUrl);
  const direct = tenantDoor();
  const behind = new Door({ url: proxy.url, role: "tenant", poolMin: 0, poolMax: 1, namedStatements: true });
  const actor = withKey(await createMember(database(), tenant), "lost");
  try {
    useDoors({ tenant: behind });
    proxy.cutAfterCommit();
    let tries = 0;
    const made = await makeOne(actor, "lost", async () => {
      tries += 1;
    });
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(tries).toBe(1);
    expect(actor.idempotency.isReplayed).toBe(false);
    expect(await effects("lost")).toBe(1);
  } finally {
    useDoors({ tenant: direct });
    await behind.close();
    await proxy.close();
  }
});

describe("a key belongs to whoever sent it", () => {
  test("another person, another access key and another tenant with the same key do their own work", async () => {
    const other = await createTenant(database());
    const actors = [
      await createMember(database(), tenant),
      await createMember(database(), tenant),
      await createKey(tenant),
      await createKey(tenant),
      await createKey(other),
    ];
    const made = await Promise.all(actors.map((actor) => makeOne(withKey(actor, "mine"), "mine")));
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
    expect(await effects("mine")).toBe(4);
  });

  test("also after the access key was rotated", async () => {
    const old = await createKey(tenant);
    const made = await makeOne(withKey(old, "rotated"), "rotated");
    let current: TenantActor = old;
    for (let rotation = 0; rotation < 2; rotation += 1) {
      const id: string = current.kind === "apiKey" ? current.apiKeyId : "";
      const { secret } = await rotateApiKey(tenant.system, { id, overlap_hours: 1 });
      const grant = await identity.findApiKeyGrant(hashApiKey(secret));
      if (!grant) throw new Error("the rotated key is unknown");
      current = { ...old, apiKeyId: grant.apiKeyId };
      const retry = withKey(current, "rotated");
      expect(await makeOne(retry, "rotated")).toEqual(made);
      expect(retry.idempotency.isReplayed).toBe(true);
    }
    expect(await effects("rotated")).toBe(1);
  });

  test("an answer about more accounts than one may reach now is not given", async () => {
    const account = await makeAccount(tenant);
    const member = await createMember(database(), tenant);
    const made = await makeOne(withKey(member, "narrowed"), "narrowed");
    await asOwner(database(), "update memberships set restricted_to_accounts = true where id = $1", [
      member.membershipId,
    ]);
    await asOwner(
      database(),
      "insert into membership_accounts (tenant_id, membership_id, account_id) values ($1, $2, $3)",
      [tenant.id, member.membershipId, account.id],
    );
    expect(await codeOf(makeOne(withKey(member, "narrowed"), "narrowed"))).toBe("forbidden");
    await asOwner(database(), "update memberships set restricted_to_accounts = false where id = $1", [
      member.membershipId,
    ]);
    expect(await makeOne(withKey(member, "narrowed"), "narrowed")).toEqual(made);
  });

  test("whoever lost the permission is refused before the key is looked at", async () => {
    const member = await createMember(database(), tenant);
    await makeOne(withKey(member, "lost permission"), "permission");
    const without = { ...withKey(member, "lost permission"), permissions: new Set<never>() };
    expect(await codeOf(makeOne(without, "permission"))).toBe("forbidden");
  });
});

test("keys live for a day; the purge takes those that are over, and no others", async () => {
  const member = await createMember(database(), tenant);
  const [old, young] = [
    await makeOne(withKey(member, "old"), "purge"),
    await makeOne(withKey(member, "young"), "purge"),
  ];
  await asOwner(database(), "update idempotency_keys set expires_at = now() where principal = $1 and key = 'old'", [
    member.userId,
  ]);
  const again = withKey(member, "old");
  expect(await makeOne(again, "purge")).not.toEqual(old);
  expect(again.idempotency.isReplayed).toBe(false);
  await asOwner(database(), "update idempotency_keys set expires_at = now() where principal = $1 and key = 'old'", [
    member.userId,
  ]);
  await tenantDoor().pool.withoutContext("select app.purge_idempotency_keys()", []);
  const left = await asOwner(database(), "select key from idempotency_keys where principal = $1", [member.userId]);
  expect(left).toEqual([{ key: "young" }]);
  expect(await makeOne(withKey(member, "young"), "purge")).toEqual(young);
});

test("the functions refuse a context that app.enter() did not make", async () => {
  await expect(
    tenantDoor().pool.withoutContext("select app.claim_idempotency_key('x', $1)", [REQUEST]),
  ).rejects.toMatchObject({ code: "42501" });
  const forged = `select set_config('app.current_tenant', '${tenant.id}', true), set_config('app.account_scope', '*', true),
    set_config('app.context', '{"kind": "user"}', true), app.claim_idempotency_key('x', $1)`;
  await expect(tenantDoor().pool.withoutContext(forged, [REQUEST])).rejects.toMatchObject({ code: "42501" });
});

test("a result that JSON would change, and a second transaction of one request, are bugs", async () => {
  const member = await createMember(database(), tenant);
  const dated = tenantWrite(withKey(member, "dated"), null, "test.dated", async () => ({ at: new Date() }));
  await expect(dated).rejects.toThrow("holds a Date in at");
  const actor = withKey(member, "second");
  await makeOne(actor, "second");
  await expect(makeOne(actor, "second")).rejects.toThrow("second transaction");
  const none = withKey(member, "nothing");
  const nothing = (from: TenantActor) =>
    tenantWrite(from, null, "test.nothing", async (db) => void (await db.rows(sql`select 1`)));
  expect(await nothing(none)).toBeUndefined();
  expect(await nothing(withKey(member, "nothing"))).toBeUndefined();
});
