import { beforeAll, describe, expect, test } from "vitest";
import { createAccount, updateAccount } from "@/lib/accounts/commands";
import { listAccounts } from "@/lib/accounts/queries";
import { accountList, createAccountInput } from "@/lib/accounts/schema";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { IdempotentRequest } from "@/lib/idempotency";
import { parseListParams } from "@/lib/list-query";
import { createPaymentIntent } from "@/lib/payment-intents/commands";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { createPaymentIntentInput, paymentIntentList } from "@/lib/payment-intents/schema";
import { updateTenantConfig } from "@/lib/tenant-configs/commands";
import { getTenantConfig } from "@/lib/tenant-configs/queries";
import { closeVisits, findVisitGrant, identity, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { tenantDoor } from "@/lib/tenant-db/pools";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { visitPermissions } from "@/lib/visit-rights";
import {
  agreeToVisit,
  agreeWriting,
  askWriting,
  beginVisit,
  declineVisit,
  endVisit,
  endVisitOfTenant,
  startVisit,
} from "./commands";
import { askAboutVisitByMail } from "./mail";
import { getPlatformVisit, listVisits, listWaitingVisits } from "./queries";
import { visitList } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let admin: PlatformAdminActor;
let second: PlatformAdminActor;
let account: { id: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  admin = await createPlatformAdmin(database());
  second = await createPlatformAdmin(database());
  account = await makeAccount(tenant);
  await makePaymentIntent(tenant, account.id, { customer_email: "guest@example.com" });
});

const REASON = "Their ticket 4711";
const strict = { mode: "strict" } as const;
const start = (by = admin, of = tenant, minutes = 60) => startVisit(by, { tenant_id: of.id, reason: REASON, minutes });

/** The actor that an admin's session becomes on its visit; null without one. */
async function visitor(by = admin, of = tenant): Promise<MemberActor | null> {
  const grant = await findVisitGrant(by.sessionId, of.slug);
  if (!grant) return null;
  const { tenantId, userId, visitId, reason, endsAt, isWriting, isWritingAsked } = grant;
  const { requestId, ipAddress, userAgent, sessionId } = by;
  return {
    kind: "member",
    ...{ requestId, ipAddress, userAgent, sessionId, tenantId, userId },
    membershipId: visitId,
    permissions: visitPermissions(isWriting),
    accountIds: null,
    pass: null,
    visit: { id: visitId, reason, endsAt, isWriting, isWritingAsked },
  };
}

async function present(by = admin, of = tenant): Promise<MemberActor> {
  const actor = await visitor(by, of);
  if (!actor) throw new Error("there is no visit");
  return actor;
}

const accounts = (actor: MemberActor) => listAccounts(actor, parseListParams(accountList, {}, strict).query);
const logOf = (of: TestTenant, id: string) =>
  asOwner<Record<string, unknown>>(
    database(),
    "select * from audit_logs where tenant_id = $1 and table_name = 'tenant_visits' and record_id = $2 order by id",
    [of.id, id],
  );

/** A tenant that demands to be asked. */
async function askingTenant(): Promise<{ of: TestTenant; its: MemberActor }> {
  const of = await createTenant(database());
  const its = await createMember(database(), of);
  const { version } = await getTenantConfig(its);
  await updateTenantConfig(its, { version, ask_before_visits: true });
  return { of, its };
}

describe("a visit", () => {
  test("shows the tenant to somebody who is no member, with personal data masked, and changes nothing", async () => {
    expect(await visitor()).toBeNull();
    await start();
    const actor = await present();
    expect((await accounts(actor)).items.map(({ id }) => id)).toEqual([account.id]);
    const payments = await listPaymentIntents(actor, parseListParams(paymentIntentList, {}, strict).query);
    expect(payments.items.map(({ customer_email }) => customer_email)).toEqual(["g•••@example.com"]);
    const change = updateAccount(actor, { id: account.id, display_name: "Changed" });
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
  });

  test("only reads for the database too, whatever the application believes", async () => {
    await start();
    const actor = await present();
    if (!actor.visit) throw new Error("it is no visit");
    const forged = { ...actor, permissions: visitPermissions(true), visit: { ...actor.visit, isWriting: true } };
    const change = updateAccount(forged, { id: account.id, display_name: "Changed" });
    await expect(change).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("only reads") });
  });

  test("is in the tenant's own log, with name and reason, from its start to its end", async () => {
    const { id } = await start();
    await endVisit(admin, { id, reason: "Solved" });
    const rows = await logOf(tenant, id);
    expect(rows.map((row) => [row.action, row.operation, row.reason])).toEqual([
      ["insert", "visits.start", REASON],
      ["update", "visits.end", "Solved"],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ actor_kind: "platform_admin", user_id: admin.userId, actor_label: "Petra Platform" });
      expect(JSON.stringify(row)).not.toContain(admin.sessionId);
    }
    const { items } = await listVisits(owner, parseListParams(visitList, {}, strict).query);
    expect(items.find((one) => one.id === id)).toMatchObject({ state: "ended", end_cause: "admin", reason: REASON });
  });

  test("belongs to one session, one tenant and one hour", async () => {
    const other = await createTenant(database());
    const first = await start();
    expect(Date.parse(first.ends_at ?? "") - Date.parse(first.started_at ?? "")).toBe(3_600_000);
    expect(await visitor(admin, other)).toBeNull();
    const elsewhere = await identity.openSession(admin.userId, "127.0.0.1", "test", 3600);
    expect(await visitor({ ...admin, sessionId: elsewhere })).toBeNull();

    const next = await start(admin, other, 5);
    expect(Date.parse(next.ends_at ?? "") - Date.parse(next.started_at ?? "")).toBe(300_000);
    expect(await visitor()).toBeNull();
    expect(await visitor(admin, other)).not.toBeNull();
    // One tenant does not read why another one is visited.
    const [, ended] = await logOf(tenant, first.id);
    expect(ended).toMatchObject({ action: "update", reason: "The visitor began another visit" });
  });

  test("of two that begin at once only one runs", async () => {
    const others = await Promise.all([createTenant(database()), createTenant(database())]);
    await Promise.all(others.map((of) => start(second, of)));
    const running = await Promise.all(others.map((of) => visitor(second, of)));
    expect(running.filter((actor) => actor !== null)).toHaveLength(1);
  });

  test("is not for members, who have a way in of their own", async () => {
    await asOwner(database(), "select app.create_platform_admin($1)", [owner.userId]);
    const { requestId, ipAddress, userAgent, userId, sessionId } = owner;
    const both = { kind: "platformAdmin", requestId, ipAddress, userAgent, userId, sessionId } as const;
    await expect(start(both)).rejects.toMatchObject({ code: "conflict" });
    await asOwner(database(), "delete from platform_admins where user_id = $1", [owner.userId]);
  });

  test("of a tenant that is suspended reads, and never writes", async () => {
    const of = await createTenant(database());
    const { id } = await start(admin, of);
    await askWriting(admin, { id, reason: REASON });
    await agreeWriting(second, { id, reason: REASON });
    expect((await present(admin, of)).visit?.isWriting).toBe(true);
    const writing = await present(admin, of);
    await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [of.id]);
    expect((await accounts(await present(admin, of))).items).toEqual([]);
    expect((await present(admin, of)).visit?.isWriting).toBe(false);
    const input = createAccountInput.parse({ name: "X", currency: "EUR", metadata: {} });
    await expect(createAccount(writing, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a visit cannot outlive", () => {
  const refused = async (actor: MemberActor) => {
    await expect(accounts(actor)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("ended"),
    });
    await expect(tenantWrite(actor, "accounts:write", "test", async () => {})).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await visitor()).toBeNull();
  };

  test("its time: the next statement is refused, whatever was remembered", async () => {
    const { id } = await start();
    const actor = await present();
    await accounts(actor);
    await asOwner(
      database(),
      "update tenant_visits set started_at = now() - interval '1 h', ends_at = now() where id = $1",
      [id],
    );
    await refused(actor);
    expect(await getPlatformVisit(admin, { id })).toMatchObject({ state: "ended", end_cause: "time" });
    await closeVisits();
    expect((await logOf(tenant, id)).at(-1)).toMatchObject({ actor_kind: "system", operation: "visits.close" });
    // Over is over: nothing brings it back.
    await expect(beginVisit(admin, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(askWriting(admin, { id, reason: REASON })).rejects.toMatchObject({ code: "conflict" });
  });

  test("an hour, whoever writes the row", async () => {
    const { id } = await start();
    const longer = asOwner(database(), "update tenant_visits set ends_at = ends_at + interval '1 s' where id = $1", [
      id,
    ]);
    await expect(longer).rejects.toThrow("visits_length");
  });

  test("the admin's session, role or account", async () => {
    const ends = [
      "update sessions set revoked_at = now() where user_id = $1",
      "delete from platform_admins where user_id = $1",
      "update users set disabled_at = now() where id = $1",
    ];
    for (const sql of ends) {
      const leaver = await createPlatformAdmin(database());
      const { id } = await start(leaver);
      const actor = await present(leaver);
      await accounts(actor);
      await asOwner(database(), sql, [leaver.userId]);
      await expect(accounts(actor)).rejects.toMatchObject({ code: "forbidden" });
      expect(await visitor(leaver)).toBeNull();
      await closeVisits();
      expect(await getPlatformVisit(second, { id })).toMatchObject({ state: "ended", end_cause: "access" });
    }
  });

  test("its end by another platform admin, or by the tenant", async () => {
    const one = await start();
    const actor = await present();
    expect(await endVisit(second, { id: one.id, reason: "Wrong tenant" })).toMatchObject({ end_cause: "platform" });
    await refused(actor);
    const two = await start();
    expect(await endVisitOfTenant(owner, { id: two.id })).toMatchObject({ state: "ended", end_cause: "tenant" });
    await refused(await present().catch(() => actor));
    await expect(endVisitOfTenant(owner, { id: two.id })).rejects.toMatchObject({ code: "conflict" });
    await expect(endVisit(admin, { id: two.id, reason: REASON })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("writing on a visit", () => {
  test("takes another platform admin: one alone cannot, and of two at once one agrees", async () => {
    const { id } = await start();
    await expect(agreeWriting(second, { id, reason: "Sure" })).rejects.toMatchObject({ code: "conflict" });
    await expect(askWriting(second, { id, reason: REASON })).rejects.toMatchObject({ code: "forbidden" });
    await askWriting(admin, { id, reason: "Currency" });
    await expect(agreeWriting(admin, { id, reason: "Myself" })).rejects.toMatchObject({
      code: "forbidden",
      message: "Another platform admin has to agree",
    });
    expect((await present()).visit).toMatchObject({ isWriting: false, isWritingAsked: true });
    const third = await createPlatformAdmin(database());
    const both = await Promise.allSettled([second, third].map((by) => agreeWriting(by, { id, reason: "Seen" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await present()).visit?.isWriting).toBe(true);
    expect((await logOf(tenant, id)).map((row) => row.operation)).toEqual([
      "visits.start",
      "visits.ask_writing",
      "visits.agree_writing",
    ]);
  });

  test("is the platform admin's in the tenant's log, with the visit and its reason", async () => {
    const { id } = await start();
    await askWriting(admin, { id, reason: REASON });
    await agreeWriting(second, { id, reason: REASON });
    await updateAccount(await present(), { id: account.id, display_name: "By the platform" });
    const [row] = await asOwner(
      database(),
      "select * from audit_logs where tenant_id = $1 and table_name = 'accounts' order by id desc limit 1",
      [tenant.id],
    );
    expect(row).toMatchObject({
      operation: "accounts.update",
      actor_kind: "platform_admin",
      actor_label: "Petra Platform",
      user_id: admin.userId,
      visit_id: id,
      reason: REASON,
    });
  });

  test("happens once under one key", async () => {
    const { id } = await start();
    await askWriting(admin, { id, reason: REASON });
    await agreeWriting(second, { id, reason: REASON });
    const actor = await present();
    const input = createPaymentIntentInput.parse({
      account_id: account.id,
      billing_amount: 100,
      billing_currency: "EUR",
      reference: id,
    });
    const once = () =>
      createPaymentIntent({ ...actor, idempotency: new IdempotentRequest(id, Buffer.alloc(32)) }, input);
    expect((await once()).id).toBe((await once()).id);
  });

  test("never reaches what says who may do what, nor the tenant's answer to visits", async () => {
    const { id } = await start();
    await askWriting(admin, { id, reason: REASON });
    await agreeWriting(second, { id, reason: REASON });
    const actor = await present();
    expect([...actor.permissions].filter((name) => !name.endsWith(":read")).sort()).toEqual([
      "accounts:write",
      "payment_intents:write",
    ]);
    const forged = { ...actor, permissions: tenant.system.permissions };
    await expect(endVisitOfTenant(forged, { id })).rejects.toMatchObject({ code: "forbidden" });
    const role = tenantWrite(forged, "roles:write", "test", (db) =>
      db.role.create({ data: { tenantId: tenant.id, name: "Mine" }, select: { id: true } }),
    );
    await expect(role).rejects.toMatchObject({ code: expect.anything() });
    const own = await tenantRead(actor, null, (db) => db.user.findMany({ select: { id: true } }));
    expect(own).toEqual([]);
  });
});

describe("a tenant that demands to be asked", () => {
  test("is asked: nobody steps in before it agrees, and then within the day", async () => {
    const { of, its } = await askingTenant();
    const asked = await start(admin, of);
    expect(asked).toMatchObject({ state: "waiting", asks_tenant: true, started_at: null });
    expect(await visitor(admin, of)).toBeNull();
    await expect(beginVisit(admin, { id: asked.id })).rejects.toMatchObject({ code: "conflict" });

    expect((await listWaitingVisits(its)).map(({ id, reason }) => [id, reason])).toEqual([[asked.id, REASON]]);
    await askAboutVisitByMail({ tenant_id: null, visited_tenant_id: of.id, visit_id: asked.id });
    const mails = await asOwner(database(), "select kind, recipient from mails where about_tenant_id = $1", [of.id]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.kind).toBe("visit_asks");
    const unread = "select 1 from notices where tenant_id = $1 and kind = 'visit_asks' and read_at is null";
    expect(await asOwner(database(), unread, [of.id])).toHaveLength(1);

    expect(await agreeToVisit(its, { id: asked.id })).toMatchObject({
      state: "agreed",
      answered_by_name: "Ann Example",
    });
    expect(await asOwner(database(), unread, [of.id])).toEqual([]);
    expect(await visitor(admin, of)).toBeNull();
    await expect(beginVisit(second, { id: asked.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await beginVisit(admin, { id: asked.id })).toMatchObject({ state: "running" });
    expect((await accounts(await present(admin, of))).items).toEqual([]);
    await expect(declineVisit(its, { id: asked.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("declines, or lets the question lapse", async () => {
    const { of, its } = await askingTenant();
    const one = await start(admin, of);
    expect(await declineVisit(its, { id: one.id })).toMatchObject({ state: "declined", end_cause: "declined" });
    await expect(beginVisit(admin, { id: one.id })).rejects.toMatchObject({ code: "conflict" });

    const two = await start(admin, of);
    await asOwner(database(), "update tenant_visits set open_until = now() where id = $1", [two.id]);
    await expect(agreeToVisit(its, { id: two.id })).rejects.toMatchObject({ code: "conflict" });
    await closeVisits();
    expect(await getPlatformVisit(admin, { id: two.id })).toMatchObject({ state: "unanswered" });

    const three = await start(admin, of);
    await agreeToVisit(its, { id: three.id });
    await asOwner(database(), "update tenant_visits set open_until = now() where id = $1", [three.id]);
    await expect(beginVisit(admin, { id: three.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("answers through people who may change its settings, not restricted, and through nobody else", async () => {
    const { of } = await askingTenant();
    const { id } = await start(admin, of);
    const place = await makeAccount(of);
    const viewer = await createMember(database(), of, { role: "viewer" });
    const restricted = await createMember(database(), of, { accountIds: [place.id] });
    for (const actor of [viewer, restricted, { ...viewer, permissions: restricted.permissions }])
      await expect(agreeToVisit(actor, { id })).rejects.toMatchObject({ code: "forbidden" });
    const foreign = await createMember(database(), tenant);
    await expect(agreeToVisit(foreign, { id })).rejects.toMatchObject({ code: "not_found" });
    // The row itself refuses a beginning that nobody agreed to.
    const forced = asOwner(
      database(),
      "update tenant_visits set session_id = $2, started_at = now(), ends_at = now() where id = $1",
      [id, admin.sessionId],
    );
    await expect(forced).rejects.toThrow("visits_consent");
  });
});

test("statements of a visit go the ordinary way: nothing of it is kept as a pass", async () => {
  await start();
  await accounts(await present());
  expect(await asOwner(database(), "select 1 from app.passes where principal_id = $1", [admin.sessionId])).toEqual([]);
  expect(tenantDoor().pool).toBeDefined();
});
