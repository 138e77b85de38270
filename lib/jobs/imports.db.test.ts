import { beforeEach, describe, expect, test, vi } from "vitest";
import { updateAccount } from "@/lib/accounts/commands";
import type { TenantActor } from "@/lib/actor";
import { documentStorage } from "@/lib/documents/storage";
import { sweepOrphanDocuments } from "@/lib/documents/sweep";
import { cancelImport, startCheck, startImport, undoImport } from "@/lib/imports/commands";
import { getImport, listImports } from "@/lib/imports/queries";
import { importList } from "@/lib/imports/record";
import { importMapping } from "@/lib/imports/schema";
import { parseListParams } from "@/lib/list-query";
import { updatePaymentIntent } from "@/lib/payment-intents/commands";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { totalPaymentIntents } from "@/lib/payment-intents/totals";
import { keepImports } from "@/lib/tenant-db";
import { makeDocument } from "@/lib/testing/documents";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeImport } from "@/lib/testing/imports";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { getImportRefusals, listKeptRecords, listRefusedLines, previewImport } from "./import-desk";
import { checkImport, executeImport, undoImportedLines } from "./imports";

const database = doorsOfThisFile();
// Some import a thousand lines, several times.
vi.setConfig({ testTimeout: 120_000 });
let tenant: TestTenant;

beforeEach(async () => {
  tenant = await createTenant(database());
});

const HEADER = "hotel,amount,currency,state,day,email,note";

/** So many lines of 100.00 on two hotels. */
const csvOf = (count: number) =>
  Buffer.from(
    [
      HEADER,
      ...Array.from(
        { length: count },
        (_, n) => `Hotel ${n % 2},100,EUR,paid,2016-01-${String((n % 28) + 1).padStart(2, "0")},,${n}`,
      ),
      "",
    ].join("\n"),
  );

const files = documentStorage;
const check = async (id: string) => checkImport(tenant.id, id, await files());
const run = async (id: string) => executeImport(tenant.id, id, await files());
const undo = async (id: string) => undoImportedLines(tenant.id, id);

/** Uploads and imports a file as the jobs would. */
async function imported(actor: TenantActor, bytes: Buffer): Promise<string> {
  const { id } = await makeImport(tenant, { actor, bytes });
  await startImport(actor, { id });
  await run(id);
  return id;
}

const { query: all } = parseListParams(paymentIntentList, {}, { mode: "strict" });
const { query: allImports } = parseListParams(importList, {}, { mode: "strict" });

async function count(table: string): Promise<number> {
  const [row] = await asOwner<{ n: number }>(
    database(),
    `select count(*)::int as n from ${table} where tenant_id = $1`,
    [tenant.id],
  );
  return row?.n ?? 0;
}

describe("a file", () => {
  test("is guessed, shown, checked and imported, with its own times, by whoever uploaded it", async () => {
    const member = await createMember(database(), tenant);
    const bytes = Buffer.from(
      [HEADER, "Lisboa,75.50,EUR,paid,2016-02-29,ann@example.com,vip", "Lisboa,x,EUR,paid,2016-02-29,,", ""].join("\n"),
    );
    const made = await makeImport(tenant, { actor: member, bytes });
    expect(made).toMatchObject({
      status: "UPLOADED",
      mapping_from: null,
      may_see_lines: true,
      mapping: {
        account: { name: { column: "hotel" }, create: { currency: { column: "currency" } } },
        fields: {
          billing_amount: { formula: "amount" },
          billing_currency: { column: "currency" },
          status: { column: "state", values: { paid: "PROCESSED" } },
          created_at: { columns: ["day"], format: "ISO" },
          customer_email: { column: "email" },
        },
        metadata: { rest: true },
      },
    });
    const { lines } = await previewImport(member, { id: made.id });
    expect(lines).toMatchObject([
      { line: 2, account: "Lisboa", is_new_account: true, record: { billing_amount: 7550 }, refusals: [] },
      { line: 3, refusals: [{ column: "amount", reason: '"x" is not a number' }] },
    ]);

    await startCheck(member, { id: made.id });
    await check(made.id);
    expect(await getImport(member, made)).toMatchObject({ status: "CHECKED", imported_count: 1, refused_count: 1 });
    expect(await count("payment_intents")).toBe(0);
    expect(await listRefusedLines(member, made.id, 100)).toEqual([
      { line: "3", column: "amount", value: "x", reason: '"x" is not a number' },
    ]);

    await startImport(member, { id: made.id });
    await run(made.id);
    expect(await getImport(member, made)).toMatchObject({
      status: "COMPLETED",
      total_count: 2,
      line_count: 2,
      imported_count: 1,
      refused_count: 1,
      has_refusals: true,
      requested_by: { id: member.userId },
    });
    expect((await listPaymentIntents(member, all)).items).toMatchObject([
      { amount: 7550, status: "PROCESSED", created_at: "2016-02-29T00:00:00.000Z", customer_email: "ann@example.com" },
    ]);
    const rows = await asOwner(
      database(),
      `select operation, actor_kind, new_values ->> 'status' as status from audit_logs
       where tenant_id = $1 and table_name = 'imports' order by id`,
      [tenant.id],
    );
    expect(rows.map(({ operation, status }) => [operation, status])).toEqual([
      ["imports.upload", "UPLOADED"],
      ["imports.check", "CHECKING"],
      ["imports.check", "CHECKED"],
      ["imports.run", "RUNNING"],
      ["imports.run", "COMPLETED"],
    ]);
  });

  test("of columns that were imported before is offered the mapping of then", async () => {
    const member = await createMember(database(), tenant);
    const { id, mapping } = await makeImport(tenant, { actor: member, bytes: csvOf(2) });
    const own = importMapping.parse({ ...mapping, source: "my own" });
    await startImport(member, { id, mapping: own });
    await run(id);
    const next = await makeImport(tenant, { actor: member, bytes: csvOf(3) });
    expect(next.mapping_from).toMatchObject({ id });
    expect(next.mapping).toMatchObject({ source: "my own" });
    await startImport(member, { id: next.id });
    await run(next.id);
    expect(await getImport(member, next)).toMatchObject({ imported_count: 1, skipped_count: 2 });
  });

  test.each([
    ["that is empty", "", "Must not be empty|The file is empty"],
    ["without lines", `${HEADER}\n`, "Has no line below its header"],
    ["with a column twice", "a,a\n1,2\n", 'Has two columns "a"'],
    ["that is a spreadsheet", "PK\u0003\u0004", "export it as CSV"],
  ])("%s is refused at its field", async (_name, text, message) => {
    const member = await createMember(database(), tenant);
    const refused = makeImport(tenant, { actor: member, bytes: Buffer.from(text) });
    await expect(refused).rejects.toMatchObject({
      code: "validation_error",
      issues: [{ loc: ["body", "file"], msg: expect.stringMatching(message) }],
    });
    expect(await count("imports")).toBe(0);
  });

  test("whose mapping names columns that it lacks is refused as a whole", async () => {
    const member = await createMember(database(), tenant);
    const { id, mapping } = await makeImport(tenant, { actor: member, bytes: csvOf(1) });
    const wrong = importMapping.parse({ ...mapping, account: { name: { column: "nowhere" } } });
    expect(await previewImport(member, { id, mapping: wrong })).toEqual({
      lines: [],
      problem: expect.stringContaining('"nowhere"'),
    });
    await startImport(member, { id, mapping: wrong });
    await run(id);
    expect(await getImport(member, { id })).toMatchObject({
      status: "FAILED",
      problem: expect.stringContaining('"nowhere"'),
    });
  });

  test("stays for a week after the last step, and goes then", async () => {
    const { id } = await makeImport(tenant, { bytes: csvOf(1) });
    await sweepOrphanDocuments({ olderThanMs: 0 });
    const member = await createMember(database(), tenant);
    expect((await previewImport(member, { id })).lines).toHaveLength(1);
    await asOwner(database(), "alter table imports disable trigger stamp_row");
    await asOwner(database(), "update imports set updated_at = now() - interval '8 days' where id = $1", [id]);
    await asOwner(database(), "alter table imports enable trigger stamp_row");
    expect(await sweepOrphanDocuments({ olderThanMs: 0 })).toBeGreaterThan(0);
    await expect(previewImport(member, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(startImport(member, { id })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an import under way", () => {
  test("stops where it is asked to, and goes on later without doubling a line", async () => {
    const member = await createMember(database(), tenant);
    const { id } = await makeImport(tenant, { actor: member, bytes: csvOf(1600) });
    await startImport(member, { id });
    const running = run(id);
    await vi.waitFor(async () => expect((await getImport(member, { id })).imported_count).toBeGreaterThan(0), 20_000);
    await cancelImport(member, { id });
    await running;
    const stopped = await getImport(member, { id });
    expect(stopped.status).toBe("CANCELED");
    const there = await count("payment_intents");
    expect(there).toBe(await count("import_lines"));
    expect(there).toBeLessThan(1600);
    await startImport(member, { id });
    await run(id);
    expect(await getImport(member, { id })).toMatchObject({
      status: "COMPLETED",
      imported_count: 1600,
      skipped_count: 0,
    });
    expect(await count("payment_intents")).toBe(1600);
  });

  test("that stands still gets another job, and two at once double nothing", async () => {
    const member = await createMember(database(), tenant);
    const { id } = await makeImport(tenant, { actor: member, bytes: csvOf(600) });
    await startImport(member, { id });
    await asOwner(database(), "delete from graphile_worker._private_jobs where payload ->> 'import_id' = $1", [id]);
    await asOwner(database(), "alter table imports disable trigger stamp_row");
    await asOwner(database(), "update imports set updated_at = now() - interval '3 minutes' where id = $1", [id]);
    await asOwner(database(), "alter table imports enable trigger stamp_row");
    await keepImports();
    const jobs = await asOwner(
      database(),
      "select j.payload from graphile_worker._private_jobs j where j.payload ->> 'import_id' = $1",
      [id],
    );
    expect(jobs).toEqual([{ payload: { tenant_id: tenant.id, import_id: id } }]);
    await Promise.all([run(id), run(id)]);
    expect(await count("payment_intents")).toBe(600);
    expect((await getImport(member, { id })).status).toBe("COMPLETED");
  });

  test("has the rights that its person has at that moment", async () => {
    const member = await createMember(database(), tenant);
    const { id } = await makeImport(tenant, { actor: member, bytes: csvOf(2) });
    await startImport(member, { id });
    await asOwner(database(), "update memberships set status = 'deactivated' where tenant_id = $1 and user_id = $2", [
      tenant.id,
      member.userId,
    ]);
    await run(id);
    expect(await count("payment_intents")).toBe(0);
    expect(await getImport(tenant.system, { id })).toMatchObject({
      status: "FAILED",
      problem: expect.stringContaining("no access any more"),
    });
  });
});

describe("an undo", () => {
  test("takes back what nobody has touched, with its totals, and lists the rest with its reason", async () => {
    const member = await createMember(database(), tenant);
    const kept = await makeAccount(tenant, { name: "Hotel 1" });
    const id = await imported(member, csvOf(600));
    const { items } = await listPaymentIntents(member, all);
    const [touched] = items;
    await updatePaymentIntent(member, { id: touched?.id ?? "", reference: "Looked at" });
    expect((await totalPaymentIntents(member, all)).reduce((sum, total) => sum + total.amount, 0)).toBe(6_000_000);

    await undoImport(member, { id });
    await undo(id);
    expect(await getImport(member, { id })).toMatchObject({ status: "UNDONE", kept_count: expect.any(Number) });
    expect(await count("payment_intents")).toBe(1);
    expect(await count("import_lines")).toBe(1);
    expect(await count("metadata_entries")).toBeLessThan(6);
    const totals = await totalPaymentIntents(member, all);
    expect(totals.map((total) => [total.count, total.amount])).toEqual([[1, 10_000]]);
    const { items: rest } = await listKeptRecords(member, { id });
    expect(rest).toContainEqual({
      id: touched?.id,
      resource: "payment_intents",
      label: "Looked at",
      reason: "changed",
    });

    // The account that was there before stays, the one that the import made goes unless it is used.
    const accounts = await asOwner<{ id: string; name: string; gone: boolean }>(
      database(),
      "select id, name, deleted_at is not null as gone from accounts where tenant_id = $1 order by name",
      [tenant.id],
    );
    const isUsed = touched?.account.name === "Hotel 0";
    expect(accounts.map(({ name, gone }) => [name, gone])).toEqual([
      ["Hotel 0", !isUsed],
      ["Hotel 1", false],
    ]);
    expect(accounts[1]?.id).toBe(kept.id);
    const deleted = await asOwner(
      database(),
      "select count(*)::int as n from audit_logs where tenant_id = $1 and table_name = 'payment_intents' and action = 'delete' and operation = 'imports.undo'",
      [tenant.id],
    );
    expect(deleted).toEqual([{ n: 599 }]);

    // What was taken back can come again, what was kept is there already.
    const again = await imported(member, csvOf(600));
    expect(await getImport(member, { id: again })).toMatchObject({ imported_count: 599, skipped_count: 1 });
  });

  test("leaves payments that documents or refunds belong to, and tells no endpoint", async () => {
    await makeWebhookEndpoint(tenant);
    const member = await createMember(database(), tenant);
    const id = await imported(member, csvOf(4));
    const { items } = await listPaymentIntents(member, all);
    const [documented, refunded] = items;
    await makeDocument(tenant, { payment_intent_id: documented?.id ?? "" });
    await asOwner(
      database(),
      "insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency) values ($1, $2, $3, 100, 'EUR')",
      [tenant.id, refunded?.account.id, refunded?.id],
    );
    await undoImport(member, { id });
    await undo(id);
    expect((await listPaymentIntents(member, all)).items.map((one) => one.id)).toEqual([documented?.id, refunded?.id]);
    const { items: kept } = await listKeptRecords(member, { id });
    expect(kept).toContainEqual(expect.objectContaining({ id: documented?.id, reason: "documents" }));
    expect(kept).toContainEqual(expect.objectContaining({ id: refunded?.id, reason: "refunded" }));
    // History that a file brings is no news, so nobody has to be told that it is gone.
    const told = await asOwner(
      database(),
      "select 1 from webhook_messages where tenant_id = $1 and type like 'payment%'",
      [tenant.id],
    );
    expect(told).toEqual([]);
  });

  test("is for imports that are over, and for nobody's function call without it", async () => {
    const member = await createMember(database(), tenant);
    const { id } = await makeImport(tenant, { actor: member });
    await expect(undoImport(member, { id })).rejects.toMatchObject({ code: "conflict" });
    await undo(id);
    expect((await getImport(member, { id })).status).toBe("UPLOADED");
  });
});

describe("accounts from a file", () => {
  const TREE = Buffer.from(
    [
      "name,parent,currency,country",
      "Baixa,Lisboa,EUR,PT",
      "Lisboa,Portugal,EUR,PT",
      "Portugal,,EUR,PT",
      "Loop,Loop,EUR,PT",
      "",
    ].join("\n"),
  );

  test("come below those above them, whatever their order, and go again", async () => {
    const member = await createMember(database(), tenant);
    const { id } = await makeImport(tenant, { actor: member, bytes: TREE, resource: "accounts" });
    await startCheck(member, { id });
    await check(id);
    expect(await getImport(member, { id })).toMatchObject({ imported_count: 3, refused_count: 1 });
    await startImport(member, { id });
    await run(id);
    expect(await getImport(member, { id })).toMatchObject({ status: "COMPLETED", imported_count: 3, refused_count: 1 });
    const tree = () =>
      asOwner<{ name: string; above: string | null }>(
        database(),
        `select a.name, p.name as above from accounts a left join accounts p on p.tenant_id = a.tenant_id and p.id = a.parent_id
         where a.tenant_id = $1 and a.deleted_at is null order by a.name`,
        [tenant.id],
      );
    expect((await tree()).map(({ name, above }) => [name, above])).toEqual([
      ["Baixa", "Lisboa"],
      ["Lisboa", "Portugal"],
      ["Portugal", null],
    ]);
    const [baixa] = await asOwner<{ id: string }>(
      database(),
      "select id from accounts where tenant_id = $1 and name = 'Baixa'",
      [tenant.id],
    );
    await updateAccount(member, { id: baixa?.id ?? "", display_name: "In the middle" });
    await undoImport(member, { id });
    await undo(id);
    // It was changed, so it stays with those above it.
    expect((await tree()).map(({ name }) => name)).toEqual(["Baixa", "Lisboa", "Portugal"]);
    expect((await listKeptRecords(member, { id })).items).toMatchObject([
      { label: "Baixa", reason: "changed" },
      { label: "Lisboa", reason: "accounts_below" },
      { label: "Portugal", reason: "accounts_below" },
    ]);
  });

  test("are taken back from the leaves up, and can come again", async () => {
    const member = await createMember(database(), tenant);
    const runIt = async () => {
      const { id } = await makeImport(tenant, { actor: member, bytes: TREE, resource: "accounts" });
      await startImport(member, { id });
      await run(id);
      return id;
    };
    const id = await runIt();
    await undoImport(member, { id });
    await undo(id);
    expect(await getImport(member, { id })).toMatchObject({ status: "UNDONE", undone_count: 3, kept_count: 0 });
    const again = await runIt();
    expect(await getImport(member, { id: again })).toMatchObject({ imported_count: 3, skipped_count: 0 });
  });
});

describe("nobody else", () => {
  test("a reader may neither upload nor see, and who may import sees counts but no cells", async () => {
    const uploader = await createMember(database(), tenant);
    const id = await imported(uploader, csvOf(2));
    const reader = await createMember(database(), tenant, { permissions: ["payment_intents:read", "accounts:read"] });
    await expect(makeImport(tenant, { actor: reader })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getImport(reader, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(undoImport(reader, { id })).rejects.toMatchObject({ code: "forbidden" });
    const colleague = await createMember(database(), tenant, {
      permissions: ["payment_intents:import", "accounts:read"],
    });
    expect(await getImport(colleague, { id })).toMatchObject({ imported_count: 2, may_see_lines: false });
    await expect(previewImport(colleague, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getImportRefusals(colleague, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listRefusedLines(colleague, id, 10)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of another tenant sees or touches anything, and restricted people see their own imports only", async () => {
    const uploader = await createMember(database(), tenant);
    const id = await imported(uploader, csvOf(2));
    const stranger = await createMember(database(), await createTenant(database()));
    await expect(getImport(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(undoImport(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listImports(stranger, allImports)).items).toEqual([]);
    expect((await listImports(uploader, allImports)).items).toHaveLength(1);

    const own = await makeAccount(tenant, { name: "Own hotel" });
    const restricted = await createMember(database(), tenant, { accountIds: [own.id] });
    const key = await createKey(tenant, { accountIds: [own.id] });
    for (const actor of [restricted, key]) {
      expect((await listImports(actor, allImports)).items.filter((item) => item.id === id)).toEqual([]);
      await expect(getImport(actor, { id })).rejects.toMatchObject({ code: "not_found" });
      await expect(undoImport(actor, { id })).rejects.toMatchObject({ code: "not_found" });
      const note = actor.kind;
      const bytes = Buffer.from(
        [
          HEADER,
          `Own hotel,1,EUR,paid,2016-01-01,,${note}`,
          `Hotel 0,1,EUR,paid,2016-01-01,,${note}`,
          `New,1,EUR,paid,2016-01-01,,${note}`,
          "",
        ].join("\n"),
      );
      const ownId = await imported(actor, bytes);
      expect(await getImport(actor, { id: ownId })).toMatchObject({ imported_count: 1, refused_count: 2 });
      expect((await listRefusedLines(actor, ownId, 10)).map(({ reason }) => reason)).toEqual([
        'There is no account named "Hotel 0"',
        'There is no account named "New"',
      ]);
      const { id: accountsId } = await makeImport(tenant, {
        actor,
        bytes: Buffer.from(`name,currency\n${note} hotel,EUR\n`),
        resource: "accounts",
      });
      await startImport(actor, { id: accountsId });
      await run(accountsId);
      expect((await getImport(actor, { id: accountsId })).problem).toContain("restricted to chosen accounts");
    }
  });
});
