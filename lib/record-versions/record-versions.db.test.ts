import { beforeAll, describe, expect, test } from "vitest";
import { deleteAccount, restoreAccount, updateAccount } from "@/lib/accounts/commands";
import { getAccount } from "@/lib/accounts/queries";
import type { MemberActor } from "@/lib/actor";
import { updateDocument } from "@/lib/documents/commands";
import { updatePaymentIntent } from "@/lib/payment-intents/commands";
import { getPaymentIntent } from "@/lib/payment-intents/queries";
import { callApi } from "@/lib/testing/api";
import { makeDocument } from "@/lib/testing/documents";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeProcessedPayment, makeRefund } from "@/lib/testing/refunds";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { updateWebhookEndpoint } from "@/lib/webhook-endpoints/commands";
import { getRecordVersion, listRecordVersions } from "./queries";
import { recordVersion, recordVersions, VERSION_PERMISSIONS, VERSIONED_TABLES, type VersionedTable } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const columnsOf = async (table: VersionedTable, id: string) => {
  const [row] = await asOwner<{ v: Record<string, unknown> }>(
    database(),
    `select to_jsonb(x) as v from ${table} x where id = $1`,
    [id],
  );
  return row?.v;
};

/** The moment of the database, later than everything that was written, in a millisecond of its own. */
async function nextMillisecond(): Promise<string> {
  const [row] = await asOwner<{ at: string }>(
    database(),
    `select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from (select clock_timestamp() as t, pg_sleep(0.002)) s`,
  );
  return row?.at ?? "";
}

/** Numbers that look random and are the same at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

describe("after random edits", () => {
  test.each([1, 7, 42])(
    "an account rebuilt at each moment is what was stored at that moment (seed %i)",
    async (seed) => {
      const roll = dice(seed);
      const parents = [null, (await makeAccount(tenant)).id, (await makeAccount(tenant)).id];
      const { id } = await makeAccount(tenant);
      const seen: { at: string; stored: unknown }[] = [];
      for (let n = 0; n < 12; n += 1) {
        const { deleted_at } = await getAccount(owner, { id });
        if (deleted_at) await restoreAccount(owner, { id });
        else if (roll(4) === 0) await deleteAccount(owner, { id });
        else if (roll(3) === 0) await updateAccount(owner, { id, parent_id: parents[roll(3)] ?? null });
        else if (roll(2) === 0) await updateAccount(owner, { id, metadata: { rooms: roll(9), list: [n, null, "x"] } });
        else await updateAccount(owner, { id, display_name: roll(2) ? `Name ${roll(100)}` : null });
        // A change that changes nothing leaves no trace but this time.
        const { tenant_id: _tenant, updated_at: _time, ...stored } = (await columnsOf("accounts", id)) ?? {};
        seen.push({ at: await nextMillisecond(), stored });
      }
      for (const { at, stored } of seen) {
        const { updated_at, ...rebuilt } = (await getRecordVersion(owner, { table: "accounts", id, at })).values ?? {};
        expect(rebuilt).toEqual(stored);
        expect(Date.parse(String(updated_at))).toBeLessThanOrEqual(Date.parse(at));
      }
    },
  );

  test("a payment that is refunded step by step is at each moment what it was", async () => {
    const payment = await makeProcessedPayment(tenant, (await makeAccount(tenant)).id);
    const seen = [];
    for (let n = 0; n < 6; n += 1) {
      if (n % 2) await makeRefund(tenant, payment.id, { amount: n * 10 });
      else await updatePaymentIntent(owner, { id: payment.id, reference: `R-${n}`, metadata: { n } });
      const shown = await getPaymentIntent(owner, { id: payment.id });
      const stored = await columnsOf("payment_intents", payment.id);
      seen.push({ at: await nextMillisecond(), shown, refunding: stored?.refunding_amount });
    }
    for (const { at, shown, refunding } of seen) {
      const { values } = await getRecordVersion(owner, { table: "payment_intents", id: payment.id, at });
      expect(values).toMatchObject({
        status: shown.status,
        reference: shown.reference,
        metadata: shown.metadata,
        refunded_amount: shown.refunded_amount,
        refunding_amount: refunding,
      });
    }
  });
});

describe("a moment", () => {
  test("before the record was made is not_yet, after a change holds until the next, which says who", async () => {
    const before = await nextMillisecond();
    const { id } = await makeAccount(tenant, { name: "Hotel Past" });
    const made = await nextMillisecond();
    await updateAccount(owner, { id, name: "Hotel Present" });
    const changed = await nextMillisecond();
    expect(await getRecordVersion(owner, { table: "accounts", id, at: before })).toMatchObject({
      state: "not_yet",
      values: null,
      known_from: null,
    });
    const past = await getRecordVersion(owner, { table: "accounts", id, at: made });
    const present = await getRecordVersion(owner, { table: "accounts", id, at: changed });
    expect(recordVersion.parse(past)).toEqual(past);
    expect(past).toMatchObject({ state: "there", values: { name: "Hotel Past" } });
    expect(present).toMatchObject({ values: { name: "Hotel Present" }, valid_until: null, actor_label: "Ann Example" });
    expect(past.valid_until).toBe(present.valid_from);
    const steps = await listRecordVersions(owner, { table: "accounts", id });
    expect(recordVersions.parse(steps)).toEqual(steps);
    expect(steps.items.map(({ action, changed_fields, at }) => ({ action, changed_fields, at }))).toEqual([
      { action: "update", changed_fields: ["name"], at: present.valid_from },
      { action: "insert", changed_fields: [], at: past.valid_from },
    ]);
  });

  test("is found among many changes of one millisecond", async () => {
    const { id } = await makeAccount(tenant);
    await asOwner(
      database(),
      `do $$ begin for n in 1..40 loop update accounts set display_name = 'N' || n where id = '${id}'; end loop; end $$`,
    );
    const at = await nextMillisecond();
    expect((await getRecordVersion(owner, { table: "accounts", id, at })).values).toMatchObject({
      display_name: "N40",
    });
  });

  test("that the log does not reach back to is unknown, and it says from when on it can tell", async () => {
    const { id } = await makeAccount(tenant);
    const early = await nextMillisecond();
    await updateAccount(owner, { id, display_name: "Second" });
    const middle = await nextMillisecond();
    await updateAccount(owner, { id, display_name: "Third" });
    await asOwner(database(), "delete from audit_logs where record_id = $1 and action = 'insert'", [id]);
    await asOwner(
      database(),
      "delete from audit_logs where record_id = $1 and new_values ->> 'display_name' = 'Second'",
      [id],
    );
    const unknown = await getRecordVersion(owner, { table: "accounts", id, at: early });
    expect(unknown).toMatchObject({ state: "unknown", values: null });
    expect(Date.parse(unknown.known_from ?? "")).toBeGreaterThan(Date.parse(early));
    // What the oldest entry found had been so since the record's last change before it.
    expect(await getRecordVersion(owner, { table: "accounts", id, at: middle })).toMatchObject({
      state: "there",
      values: { display_name: "Second" },
    });
    await asOwner(database(), "delete from audit_logs where record_id = $1", [id]);
    expect(await getRecordVersion(owner, { table: "accounts", id, at: middle })).toMatchObject({ state: "unknown" });
    expect(await getRecordVersion(owner, { table: "accounts", id, at: await nextMillisecond() })).toMatchObject({
      state: "there",
      values: { display_name: "Third" },
    });
  });
});

describe("who may see", () => {
  const at = () => new Date(Date.now() + 1000).toISOString();

  async function oneOfEach(accountId: string): Promise<Record<VersionedTable, string>> {
    const payment = await makeProcessedPayment(tenant, accountId);
    return {
      accounts: accountId,
      payment_intents: payment.id,
      refunds: (await makeRefund(tenant, payment.id, { amount: 10 })).id,
      documents: (await makeDocument(tenant, { account_id: accountId })).id,
      memberships: (await createMember(database(), tenant, { accountIds: [accountId] })).membershipId,
      tenant_api_keys: (await createKey(tenant, { accountIds: [accountId] })).apiKeyId,
      webhook_endpoints: (await makeWebhookEndpoint(tenant, { account_id: accountId })).id,
    };
  }

  test("is whoever may see the record: not without its permission, not another tenant, no restricted member", async () => {
    const mine = await makeAccount(tenant);
    const foreign = await makeAccount(tenant);
    const own = await oneOfEach(mine.id);
    const hidden = await oneOfEach(foreign.id);
    const stranger = await createMember(database(), await createTenant(database()));
    const restricted = await createMember(database(), tenant, { accountIds: [mine.id] });
    for (const table of VERSIONED_TABLES) {
      const permitted = await createMember(database(), tenant, { permissions: [VERSION_PERMISSIONS[table]] });
      const refused = await createMember(database(), tenant, {
        permissions: table === "accounts" ? ["refunds:read"] : ["accounts:read"],
      });
      const found = await getRecordVersion(permitted, { table, id: own[table], at: at() });
      expect(found, table).toMatchObject({ state: "there", values: { id: own[table] } });
      expect(JSON.stringify(found), table).not.toMatch(/key_hash|secret|storage_key|password/);
      for (const ask of [getRecordVersion, listRecordVersions]) {
        const input = { table, id: own[table], at: at() };
        await expect(ask(refused, input), table).rejects.toMatchObject({ code: "forbidden" });
        await expect(ask(stranger, input), table).rejects.toMatchObject({ code: "not_found" });
      }
      if (table === "memberships" || table === "tenant_api_keys") continue;
      for (const ask of [getRecordVersion, listRecordVersions]) {
        await expect(ask(restricted, { table, id: hidden[table], at: at() }), table).rejects.toMatchObject({
          code: "not_found",
        });
      }
      expect(await getRecordVersion(restricted, { table, id: own[table], at: at() })).toMatchObject({ state: "there" });
    }
  });

  test("sees customers' data masked without the permission for it", async () => {
    const { id } = await makePaymentIntent(tenant, (await makeAccount(tenant)).id, {
      customer_email: "greta.guest@secret.example",
      metadata: { note: "call +4930123456789" },
    });
    const clerk = await createMember(database(), tenant, { permissions: ["payment_intents:read"] });
    const full = await getRecordVersion(owner, { table: "payment_intents", id, at: at() });
    const masked = await getRecordVersion(clerk, { table: "payment_intents", id, at: at() });
    expect(full.values).toMatchObject({ customer_email: "greta.guest@secret.example" });
    expect(masked.values).toMatchObject({ customer_email: "g•••@secret.example", metadata: { note: "call +49•••89" } });
  });

  test("a restricted member is told nothing of a document's time in another account, and nothing above the branch", async () => {
    const above = await makeAccount(tenant);
    const mine = await makeAccount(tenant, { parent_id: above.id });
    const foreign = await makeAccount(tenant);
    const restricted = await createMember(database(), tenant, { accountIds: [mine.id] });
    const document = await makeDocument(tenant, { account_id: mine.id });
    const here = await nextMillisecond();
    await updateDocument(owner, { id: document.id, account_id: foreign.id });
    await updateDocument(owner, { id: document.id, metadata: { secret: "elsewhere" } });
    const away = await nextMillisecond();
    await updateDocument(owner, { id: document.id, metadata: {} });
    await updateDocument(owner, { id: document.id, account_id: mine.id });
    const back = await nextMillisecond();
    const ask = (actor: MemberActor, moment: string) =>
      getRecordVersion(actor, { table: "documents", id: document.id, at: moment });
    expect(await ask(owner, away)).toMatchObject({ values: { metadata: { secret: "elsewhere" } } });
    expect(await ask(restricted, away)).toMatchObject({ state: "unknown", values: null });
    expect(await ask(restricted, here)).toMatchObject({ state: "unknown", values: null });
    expect(await ask(restricted, back)).toMatchObject({ state: "there", values: { account_id: mine.id } });
    const account = await getRecordVersion(restricted, { table: "accounts", id: mine.id, at: back });
    expect(account.state).toBe("there");
    expect(JSON.stringify(account)).not.toContain(above.id);
  });
});

test("counters that the log does not keep are not told of the past", async () => {
  const endpoint = await makeWebhookEndpoint(tenant);
  await updateWebhookEndpoint(owner, { id: endpoint.id, description: "Second" });
  const { values } = await getRecordVersion(owner, {
    table: "webhook_endpoints",
    id: endpoint.id,
    at: new Date().toISOString(),
  });
  expect(values).toMatchObject({ description: "Second" });
  expect(values).not.toHaveProperty("failures_in_a_row");
});

test("a look at a record's past reads the index of records, not the log", async () => {
  await asOwner(
    database(),
    `insert into audit_logs (tenant_id, table_name, record_id, action, actor_kind, actor_label)
       select $1, 'accounts', gen_random_uuid()::text, 'update', 'system', 'test' from generate_series(1, 5000)`,
    [tenant.id],
  );
  await asOwner(database(), "analyze audit_logs");
  const plan = await asOwner<{ "QUERY PLAN": string }>(
    database(),
    `explain select l.id from audit_logs l where l.tenant_id = '${tenant.id}' and l.table_name = 'accounts'
       and l.record_id = 'x' and l.id < app.uuid_v7_floor(now() + interval '1 millisecond') order by l.id desc limit 16`,
  );
  const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(text).toContain("_record_id_id_idx");
  expect(text).not.toContain("Seq Scan");
});

test("the API answers with the same, and names what is wrong with the question", async () => {
  const { id } = await makeAccount(tenant, { name: "Hotel API" });
  const { secret } = await createKey(tenant, { permissions: ["accounts:read"] });
  const ask = (query: string) => callApi("GET", `/api/v1/record_version?${query}`, { token: secret });
  const at = new Date(Date.now() + 1000).toISOString();
  const answer = await ask(`table=accounts&id=${id}&at=${at}`);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ state: "there", values: { name: "Hotel API" }, at });
  const wrong = await ask(`table=users&id=${id}&at=yesterday`);
  expect(wrong.status).toBe(422);
  expect(wrong.body.detail.map(({ loc }: { loc: string[] }) => loc.at(-1))).toEqual(["table", "at"]);
  expect((await ask(`table=refunds&id=${id}&at=${at}`)).status).toBe(403);
});
