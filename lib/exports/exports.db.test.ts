import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor, PlatformAdminActor, TenantActor } from "@/lib/actor";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { documentStorage } from "@/lib/documents/storage";
import { sweepOrphanDocuments } from "@/lib/documents/sweep";
import { TENANT_LISTS } from "@/lib/http/lists";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import { parseListParams } from "@/lib/list-query";
import { deactivateMember } from "@/lib/members/commands";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { exportGrant, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { setTenantSwitch } from "@/lib/tenant-switches/commands";
import { callApi } from "@/lib/testing/api";
import { makeExport, storedFile, workAt } from "@/lib/testing/exports";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { cancelExport, requestExport } from "./commands";
import { expireExports, makeExport as runExport } from "./make";
import { getExport, listExports } from "./queries";
import { exportList, requestExportInput } from "./schema";
import type { ExportSources } from "./sources";

type Caller = MemberActor | (ApiKeyActor & { secret: string });

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let admin: PlatformAdminActor;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const text = async (id: string, of = tenant) => (await storedFile(of, id)).toString();
const stateOf = async (actor: TenantActor, id: string) => (await getExport(actor, { id })).state;
const wish = (input: object) => requestExportInput.parse({ list: "accounts", ...input });

async function auditOf(id: string, of = owner): Promise<(string | null)[]> {
  const { query } = parseListParams(auditLogList, new URLSearchParams({ table: "exports", record: id }), {
    mode: "strict",
  });
  return (await listAuditLogs(of, query)).items.map(({ operation }) => operation).reverse();
}

describe("a file", () => {
  let payments: TestTenant;
  let member: MemberActor;
  let hotelId: string;

  beforeAll(async () => {
    payments = await createTenant(database());
    member = await createMember(database(), payments);
    const hotel = await makeAccount(payments, { name: "=HYPERLINK(1)" });
    hotelId = hotel.id;
    const given = [
      { reference: "+A1", customer_email: "ann@example.com", customer_phone: "+493012345678", billing_amount: 1050 },
      { reference: '-5 "x", y', billing_amount: 99, billing_currency: "JPY" },
      { reference: "plain", billing_amount: 300 },
    ];
    for (const one of given) await makePaymentIntent(payments, hotel.id, one);
  });

  test("holds exactly the rows of the list, in its order, by the same query", async () => {
    const query = "currency=EUR&sort=amount";
    const { id } = await makeExport(payments, member, { list: "payment_intents", query, format: "jsonl" });
    const records = (await text(id, payments))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const parsed = parseListParams(paymentIntentList, new URLSearchParams(query), { mode: "strict" });
    const page = await listPaymentIntents(member, parsed.query);
    expect(records).toEqual(page.items);
    expect(records.map(({ amount }) => amount)).toEqual([300, 1050]);
    const api = await callApi("GET", `/api/v1/payment_intents?${query}`, { token: member });
    expect(records).toEqual(api.body.items);
  });

  test("is RFC 4180, with the chosen columns in their order, decimals with their currency, and no formulas", async () => {
    const { id, columns } = await makeExport(payments, member, {
      list: "payment_intents",
      query: "sort=amount",
      columns: ["amount", "reference", "account", "created_at"],
      time_zone: "Asia/Kathmandu",
      has_byte_order_mark: true,
    });
    expect(columns).toEqual(["amount", "reference", "account", "created_at"]);
    const written = await text(id, payments);
    const times = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+05:45";
    expect(written.replaceAll(new RegExp(times, "g"), "TIME")).toBe(
      [
        "\ufeffAmount,Amount: currency,Reference,Account,Created",
        `99,JPY,"'-5 ""x"", y",'=HYPERLINK(1),TIME`,
        "3.00,EUR,plain,'=HYPERLINK(1),TIME",
        "10.50,EUR,'+A1,'=HYPERLINK(1),TIME",
        "",
      ].join("\r\n"),
    );
  });

  test("takes the columns that the list's address names, or those that it shows; amounts in minor units if wanted", async () => {
    const named = await makeExport(payments, member, {
      list: "payment_intents",
      query: "columns=id,status,nothing",
      isDone: false,
    });
    expect([named.columns, named.query]).toEqual([["id", "status"], ""]);
    const shown = await makeExport(payments, member, {
      list: "payment_intents",
      query: "account_not=",
      isDone: false,
    }).catch((error) => error.issues);
    expect(shown).toMatchObject([{ loc: ["body", "query"] }]);
    const { id } = await makeExport(payments, member, {
      list: "payment_intents",
      columns: ["amount"],
      query: "currency=EUR&sort=-amount",
      amounts: "minor_units",
    });
    expect(await text(id, payments)).toBe("Amount,Amount: currency\r\n1050,EUR\r\n300,EUR\r\n");
    await cancelExport(member, named);
  });

  test("is compressed if wanted; its hash and size are those of its bytes", async () => {
    const { id } = await makeExport(payments, member, { list: "payment_intents", is_compressed: true });
    const bytes = await storedFile(payments, id);
    expect(gunzipSync(bytes).toString().split("\r\n")).toHaveLength(5);
    expect(await getExport(member, { id })).toMatchObject({
      state: "COMPLETED",
      row_count: 3,
      expected_row_count: 3,
      size_bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      requested_by: { kind: "member", id: member.userId, name: "Ann Example" },
    });
  });

  test("has personal data masked without the permission, or where that is wanted; a filter on it is refused", async () => {
    const reader = await createMember(database(), payments, { permissions: ["payment_intents:read"] });
    const input = { list: "payment_intents", query: "reference=%2BA1", columns: ["customer_email", "customer_phone"] };
    const of = async (actor: TenantActor, more = {}) => {
      const { id } = await makeExport(payments, actor, { ...input, ...more });
      return [await text(id, payments), (await getExport(actor, { id })).is_masked];
    };
    const masked = ["Customer,Phone\r\na•••@example.com,'+49•••78\r\n", true];
    expect(await of(reader)).toEqual(masked);
    expect(await of(member, { is_masked: true })).toEqual(masked);
    expect(await of(member)).toEqual(["Customer,Phone\r\nann@example.com,'+493012345678\r\n", false]);
    await expect(
      makeExport(payments, reader, { list: "payment_intents", query: "customer_email=ann@example.com" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of a restricted member or key holds their accounts only, by the database's own word too", async () => {
    const other = await makeAccount(payments);
    await makePaymentIntent(payments, other.id, { reference: "elsewhere" });
    const restricted = [
      await createMember(database(), payments, { accountIds: [hotelId] }),
      await createKey(payments, { accountIds: [hotelId] }),
    ];
    const blind: ExportSources = new Map(
      [...EXPORT_SOURCES].map(([name, source]) => [
        name,
        // The access layer switched off: only the policy is left.
        {
          ...source,
          read: (actor, query) =>
            source
              .read(Object.assign(Object.create(Object.getPrototypeOf(actor)), actor), query)
              .catch(() => source.read(unrestricted(actor), query)),
        },
      ]),
    );
    const unrestricted = (actor: TenantActor) => {
      actor.accountIds = null;
      return actor;
    };
    for (const actor of restricted)
      for (const sources of [EXPORT_SOURCES, blind]) {
        const { id } = await requestExport(
          actor,
          wish({ list: "payment_intents", columns: ["reference"] }),
          EXPORT_SOURCES,
        );
        await runExport({ tenant_id: payments.id, export_id: id }, sources, await documentStorage());
        expect(await stateOf(actor, id)).toBe("COMPLETED");
        const written = await text(id, payments);
        expect(written).toContain("plain");
        expect(written).not.toContain("elsewhere");
      }
    const { id } = await makeExport(payments, member, { list: "payment_intents", columns: ["reference"] });
    expect(await text(id, payments)).toContain("elsewhere");
  });

  test("shows soft-deleted records where the list does", async () => {
    const gone = await makeAccount(payments, { name: "Gone" });
    await callApi("DELETE", `/api/v1/account?id=${gone.id}`, { token: member });
    const names = async (query: string) =>
      text((await makeExport(payments, member, { query, columns: ["name"] })).id, payments);
    expect(await names("deleted=true")).toBe("Name\r\nGone\r\n");
    expect(await names("")).not.toContain("Gone");
  });
});

test("all lists can be exported, by the permission and the definition of their pages, and each makes a file", async () => {
  const shape = [...TENANT_LISTS.values()].map(({ definition, permission, label }) => ({
    definition,
    permission,
    label,
  }));
  expect(
    [...EXPORT_SOURCES.values()].map(({ definition, permission, label }) => ({ definition, permission, label })),
  ).toEqual(shape);
  for (const list of EXPORT_SOURCES.keys()) {
    const columns = EXPORT_SOURCES.get(list)?.columns.map(({ id }) => id);
    const { id } = await makeExport(tenant, owner, { list, columns });
    expect([list, await stateOf(owner, id)]).toEqual([list, "COMPLETED"]);
    const { row_count, expected_row_count } = await getExport(owner, { id });
    if (!["audit_logs", "request_logs"].includes(list)) expect([list, row_count]).toEqual([list, expected_row_count]);
  }
});

describe("the snapshot", () => {
  let many: TestTenant;
  let member: MemberActor;

  beforeAll(async () => {
    many = await createTenant(database());
    member = await createMember(database(), many);
    await asOwner(
      database(),
      `insert into accounts (tenant_id, name, currency) select $1, 'Account ' || lpad(n::text, 5, '0'), 'EUR' from generate_series(1, 2500) n`,
      [many.id],
    );
  });

  const between = (work: () => Promise<unknown>): ExportSources =>
    new Map(
      [...EXPORT_SOURCES].map(([name, source]) => [
        name,
        {
          ...source,
          read: async (actor, query) => {
            const page = await source.read(actor, query);
            await work();
            return page;
          },
        },
      ]),
    );

  test("is of one moment, whatever others write meanwhile", async () => {
    let renames = 0;
    const rename = async () => {
      renames += 1;
      await asOwner(
        database(),
        "update accounts set name = 'Renamed ' || id where tenant_id = $1 and name > 'Account 02'",
        [many.id],
      );
      await makeAccount(many, { name: `Zz ${renames}` });
    };
    const asked = await requestExport(member, wish({ columns: ["name"], query: "sort=name" }), EXPORT_SOURCES);
    await runExport({ tenant_id: many.id, export_id: asked.id }, between(rename), await documentStorage());
    const names = (await text(asked.id, many)).trimEnd().split("\r\n").slice(1);
    expect(renames).toBeGreaterThan(2);
    expect(names).toEqual(Array.from({ length: 2500 }, (_, n) => `Account ${String(n + 1).padStart(5, "0")}`));
  });

  test("ends without a file when the export is called off, and leaves no bytes behind", async () => {
    const asked = await requestExport(member, wish({}), EXPORT_SOURCES);
    let canceled = false;
    const cancel = async () => {
      if (canceled) return;
      canceled = true;
      await cancelExport(member, asked);
    };
    await runExport({ tenant_id: many.id, export_id: asked.id }, between(cancel), await documentStorage());
    expect(await getExport(member, asked)).toMatchObject({ state: "CANCELED", size_bytes: null, sha256: null });
    await expect(cancelExport(member, asked)).rejects.toMatchObject({ code: "conflict" });
    expect(await auditOf(asked.id, member)).toEqual(["exports.request", "exports.begin", "exports.cancel"]);
  });

  test("reads with the rights of its moment: who has lost them gets no file, before it begins or while it runs", async () => {
    const lost: ((actor: MemberActor) => Promise<unknown>)[] = [
      (actor) => deactivateMember(member, { id: actor.membershipId }),
      (actor) =>
        asOwner(database(), "delete from membership_roles where tenant_id = $1 and membership_id = $2", [
          many.id,
          actor.membershipId,
        ]),
      (actor) => asOwner(database(), "update users set disabled_at = now() where id = $1", [actor.userId]),
    ];
    for (const lose of lost) {
      const [early, late] = [await createMember(database(), many), await createMember(database(), many)];
      const [first, second] = [
        await requestExport(early, wish({}), EXPORT_SOURCES),
        await requestExport(late, wish({}), EXPORT_SOURCES),
      ];
      await lose(early);
      await workAt(many, first.id);
      let isLost = false;
      const loseOnce = async () => {
        if (!isLost) await lose(late);
        isLost = true;
      };
      await runExport({ tenant_id: many.id, export_id: second.id }, between(loseOnce), await documentStorage());
      for (const { id } of [first, second])
        expect(await getExport(member, { id })).toMatchObject({
          state: "FAILED",
          error: expect.stringMatching(/no member any more|is missing by now/),
        });
    }
  });

  test("is opened by the database for a running export of the tenant only, and nothing can be written in it", async () => {
    const asked = await requestExport(member, wish({}), EXPORT_SOURCES);
    const other = await createTenant(database());
    expect(await exportGrant(other.system, asked.id)).toBeNull();
    expect(await exportGrant(many.system, asked.id)).toMatchObject({ person: member.userId, refusal: null });
    const enter = (of: TestTenant) =>
      tenantRead(many.system, null, (db) => db.rows(sql`select app.enter_export(${of.id}::uuid, ${asked.id}::uuid)`));
    await expect(enter(many)).rejects.toMatchObject({ code: "forbidden", message: "this export is not under way" });
    await expect(enter(other)).rejects.toMatchObject({ code: "forbidden" });
    const asExport = { ...member, exportId: asked.id };
    await expect(tenantRead(asExport, null, (db) => db.rows(sql`select 1`))).rejects.toThrow("snapshot only");
    await expect(tenantWrite(asExport, null, "test", (db) => db.rows(sql`select 1`))).rejects.toThrow("would write");
    await cancelExport(member, asked);
  });

  test("is tried again after a breakdown, three times at most", async () => {
    const asked = await requestExport(member, wish({}), EXPORT_SOURCES);
    const broken = between(() => Promise.reject(new Error("disk full")));
    const work = async () => runExport({ tenant_id: many.id, export_id: asked.id }, broken, await documentStorage());
    for (const state of ["QUEUED", "QUEUED", "FAILED"]) {
      await expect(work()).rejects.toThrow("disk full");
      expect(await stateOf(member, asked.id)).toBe(state);
    }
    expect((await getExport(member, asked)).error).not.toContain("disk");
  });
});

describe("who sees and has it", () => {
  test("only whoever asked downloads; those who read the log see the receipt; others and other tenants nothing", async () => {
    const key = await createKey(tenant, { permissions: ["accounts:read"] });
    const asked = await makeExport(tenant, key);
    const colleague = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    const stranger = await createMember(database(), await createTenant(database()));
    const file = `/api/v1/export/file?id=${asked.id}`;
    const statuses = async (token: Caller) => [
      (await callApi("GET", `/api/v1/export?id=${asked.id}`, { token })).status,
      (await callApi("GET", file, { token })).status,
      (await callApi("POST", "/api/v1/export/cancel", { token, body: { id: asked.id } })).status,
    ];
    expect(await statuses(owner)).toEqual([200, 403, 403]);
    for (const token of [colleague, stranger]) {
      expect(await statuses(token)).toEqual([404, 404, 404]);
      const { query } = parseListParams(exportList, new URLSearchParams(), { mode: "strict" });
      expect((await listExports(token, query)).items).toEqual([]);
    }
    expect(await statuses(key)).toEqual([200, 200, 409]);
    expect(await getExport(owner, asked)).toMatchObject({ is_own: false, download_count: 1 });
  });

  test("a restricted colleague sees no receipt of what reaches further, and one of what does not", async () => {
    const account = await makeAccount(tenant);
    const [wide, narrow] = [
      await makeExport(tenant, owner),
      await makeExport(tenant, await createKey(tenant, { accountIds: [account.id] })),
    ];
    const restricted = await createMember(database(), tenant, { accountIds: [account.id] });
    await expect(getExport(restricted, wide)).rejects.toMatchObject({ code: "not_found" });
    expect(await getExport(restricted, narrow)).toMatchObject({ is_own: false });
    // It is there.
    expect(await getExport(owner, wide)).toMatchObject({ is_own: true });
  });

  test("the log has the request, the work and each download; parts of a file are one", async () => {
    const asked = await makeExport(tenant, owner);
    const file = `/api/v1/export/file?id=${asked.id}`;
    const whole = await callApi("GET", file, { token: owner });
    expect(whole.headers.get("content-disposition")).toContain(`accounts-${asked.created_at.slice(0, 10)}.csv`);
    expect(whole.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    await callApi("GET", file, { token: owner, headers: { range: "bytes=4-9" } });
    await callApi("GET", file, { token: owner });
    const steps = await auditOf(asked.id);
    expect(steps).toEqual([
      ...["exports.request", "exports.begin", "exports.make"],
      ...["exports.download", "exports.download"],
    ]);
    expect(await getExport(owner, asked)).toMatchObject({ download_count: 2 });
    const rows = await asOwner<{ all: string }>(
      database(),
      "select coalesce(old_values, '{}')::text || coalesce(new_values, '{}')::text as all from audit_logs where table_name = 'exports'",
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { all } of rows) expect(all).not.toContain("storage_key");
  });

  test("who may see less by now does not get the file any more", async () => {
    const member = await createMember(database(), tenant, {
      permissions: ["accounts:read", "customers:read_personal_data"],
    });
    const { id } = await makeExport(tenant, member);
    const download = (token: Caller) => callApi("GET", `/api/v1/export/file?id=${id}`, { token });
    expect((await download(member)).status).toBe(200);
    await asOwner(
      database(),
      "delete from role_permissions where tenant_id = $1 and permission = $2 and role_id in (select role_id from membership_roles where membership_id = $3)",
      [tenant.id, "customers:read_personal_data", member.membershipId],
    );
    const { pass: _old, ...fresh } = member;
    expect((await download({ ...fresh, pass: null })).status).toBe(403);
  });

  test("whoever looks as somebody else asks for none", async () => {
    const view = { id: owner.sessionId, label: "Ann", endsAt: new Date().toISOString() };
    await expect(requestExport({ ...owner, view }, wish({}), EXPORT_SOURCES)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("limits", () => {
  test("five are under way in a tenant, also when they are asked for at once", async () => {
    const crowded = await createTenant(database());
    const member = await createMember(database(), crowded);
    const asked = await Promise.allSettled(
      Array.from({ length: 7 }, () => requestExport(member, wish({}), EXPORT_SOURCES)),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    const refused = await callApi("POST", "/api/v1/export", { token: member, body: { list: "accounts" } });
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
  });

  test("the list's permission is asked for, and bad input names its field", async () => {
    const reader = await createMember(database(), tenant, { permissions: ["accounts:read"] });
    const ask = (body: object, token: Caller = owner) => callApi("POST", "/api/v1/export", { token, body });
    const refused = await ask({ list: "refunds" }, reader);
    expect([refused.status, refused.body.detail]).toEqual([403, "Insufficient permissions"]);
    const fields = async (body: object) =>
      (await ask(body)).body.detail.map(({ loc }: { loc: string[] }) => loc.join("."));
    expect(await fields({ list: "nothing" })).toEqual(["body.list"]);
    expect(await fields({ list: "accounts", query: "nothing=1" })).toEqual(["body.query"]);
    expect(await fields({ list: "accounts", columns: ["nothing"] })).toEqual(["body.columns"]);
    expect(await fields({ list: "accounts", time_zone: "Mars" })).toEqual(["body.time_zone"]);
  });

  test("what is switched off is refused, asked for before or not", async () => {
    const off = await createTenant(database());
    const member = await createMember(database(), off);
    const [done, waiting] = [await makeExport(off, member), await makeExport(off, member, { isDone: false })];
    await setTenantSwitch(admin, { id: off.id, switch: "exports", on: false, reason: "Legal hold" });
    await expect(makeExport(off, member)).rejects.toMatchObject({ code: "switched_off" });
    expect((await callApi("GET", `/api/v1/export/file?id=${done.id}`, { token: member })).status).toBe(403);
    await workAt(off, waiting.id);
    expect(await getExport(member, waiting)).toMatchObject({
      state: "FAILED",
      error: "Exports are switched off for this tenant",
    });
  });

  test("files go after their time, the sweep leaves those that are named, and what no job works at is given up", async () => {
    const [old, young, stuck] = [
      await makeExport(tenant, owner),
      await makeExport(tenant, owner),
      await makeExport(tenant, owner, { isDone: false }),
    ];
    await sweepOrphanDocuments({ olderThanMs: -1000 });
    await storedFile(tenant, young.id);
    await asOwner(database(), "update exports set expires_at = now() where id = $1", [old.id]);
    await asOwner(database(), "alter table exports disable trigger stamp_row");
    await asOwner(
      database(),
      "update exports set state = 'RUNNING', updated_at = now() - interval '16 minutes' where id = $1",
      [stuck.id],
    );
    await asOwner(database(), "alter table exports enable trigger stamp_row");
    const gone = await callApi("GET", `/api/v1/export/file?id=${old.id}`, { token: owner });
    expect([gone.status, gone.body.detail]).toEqual([409, "This file has expired: export again"]);
    await expireExports(await documentStorage());
    expect(await stateOf(owner, old.id)).toBe("EXPIRED");
    expect(await stateOf(owner, young.id)).toBe("COMPLETED");
    expect(await stateOf(owner, stuck.id)).toBe("FAILED");
  });
});

test("relative dates are those of the moment of asking", async () => {
  const asked = await makeExport(tenant, owner, {
    list: "payment_intents",
    query: "created_from=2026-01-01",
    time_zone: "Asia/Tokyo",
    isDone: false,
  });
  const [row] = await asOwner<{ from: string }>(
    database(),
    "select list_query #>> '{filters,created,from}' as from from exports where id = $1",
    [asked.id],
  );
  expect(row?.from).toBe("2025-12-31T15:00:00.000Z");
  await cancelExport(owner, asked);
});
