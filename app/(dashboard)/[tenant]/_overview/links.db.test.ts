import { createFormatter } from "use-intl/core";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { listRefunds } from "@/lib/refunds/queries";
import { refundList } from "@/lib/refunds/schema";
import {
  asOwner,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { englishTexts } from "@/lib/testing/texts";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { outcomeChart, volumeChart } from "./charts";
import { sumOf } from "./figures";
import { COLLECTED, hrefsOf } from "./hrefs";
import { readOverviewData } from "./overview-data";
import { readOverview } from "./range";
import type { Words } from "./words";

const WORDS: Words = {
  t: englishTexts("server.overview"),
  format: createFormatter({ locale: "en" }),
  locale: "en",
};
const database = doorsOfThisFile();
const NOW = new Date("2026-04-10T12:00:00Z");
// Clocks change in Berlin within the range.
const ADDRESS = { created_from: "2026-03-20", created_to: "2026-04-05", currency: "EUR" };
let tenant: TestTenant;
let owner: MemberActor;
let restricted: MemberActor;
let branch: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  branch = (await makeAccount(tenant, { name: "Branch" })).id;
  const hotels = [branch];
  for (const name of ["One", "Two"]) hotels.push((await makeAccount(tenant, { name, parent_id: branch })).id);
  hotels.push((await makeAccount(tenant, { name: "Beside" })).id);
  restricted = await createMember(database(), tenant, { accountIds: hotels.slice(1, 2) });
  // Every 47 minutes one payment; some of them refunded a day later.
  await asOwner(
    database(),
    `with settings as (select set_config('session_replication_role', 'replica', true)), paid as (
       insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, created_at)
       select $1, app.uuid_v7(at), ($2::uuid[])[1 + n % 4], 100 + n, case when n % 7 = 0 then 'JPY' else 'EUR' end,
         (array['PROCESSED', 'FAILED', 'PROCESSED', 'CANCELED', 'REFUNDED'])[1 + n % 5], at
       from settings, generate_series(1, 700) n cross join lateral (select timestamptz '2026-03-17Z' + n * interval '47 minutes' as at) t
       returning tenant_id, id, account_id, amount, currency, status, created_at)
     insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency, status, succeeded_at)
     select tenant_id, account_id, id, amount, currency, 'SUCCEEDED', created_at + interval '1 day' from paid where status = 'REFUNDED'`,
    [tenant.id, hotels],
  );
  await asOwner(database(), "select app.correct_totals($1)", [tenant.id]);
});

/** What the list at an address holds, with all its pages. */
async function behind(actor: MemberActor, href: string, timeZone: string): Promise<{ count: number; amount: number }> {
  const [path = "", text = ""] = href.split("?");
  const parameters = new URLSearchParams([...new URLSearchParams(text), ["size", "100"]]);
  const sum = { count: 0, amount: 0 };
  for (let cursor: string | null = ""; cursor !== null; ) {
    if (cursor) parameters.set("cursor", cursor);
    const given = { mode: "strict", timeZone } as const;
    const page = path.endsWith("/refunds")
      ? await listRefunds(actor, parseListParams(refundList, parameters, given).query)
      : await listPaymentIntents(actor, parseListParams(paymentIntentList, parameters, given).query);
    for (const { amount } of page.items) {
      sum.count += 1;
      sum.amount += amount;
    }
    cursor = page.nextCursor;
  }
  return sum;
}

async function overview(actor: MemberActor, timeZone: string, address: Record<string, string>) {
  const { query, issues } = readOverview(WORDS.t, { ...ADDRESS, ...address }, { timeZone }, NOW);
  expect(issues).toEqual([]);
  const data = await readOverviewData(actor, query, timeZone);
  const hrefs = hrefsOf("/hotels", timeZone, true);
  const { currency, now, before } = data;
  const reader = { ...DEFAULT_TIME_FORMAT, timeZone };
  return { query, data, hrefs, input: { now, before, currency, accountId: query.accountId, hrefs, reader } };
}

describe.each(["UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns"])("in %s", (timeZone) => {
  test("each bar leads to exactly the payments or refunds that it shows", async () => {
    const { input, data } = await overview(owner, timeZone, {});
    const { up, down } = volumeChart(WORDS, input);
    const failed = outcomeChart(WORDS, input).up;
    expect(up.hrefs).toHaveLength(17);
    expect(up.hrefs.filter(Boolean).length).toBeGreaterThan(10);
    expect(down?.hrefs.filter(Boolean).length).toBeGreaterThan(10);
    for (const [index, href] of up.hrefs.entries())
      if (href && index % 3 === 0)
        expect(await behind(owner, href, timeZone), href).toEqual({
          count: data.now.parts[index]?.processed_count,
          amount: up.values[index],
        });
    for (const [index, href] of (down?.hrefs ?? []).entries())
      if (href && index % 3 === 0)
        expect(await behind(owner, href, timeZone), href).toEqual({
          count: data.now.parts[index]?.refund_count,
          amount: down?.values[index],
        });
    for (const [index, href] of failed.hrefs.entries())
      if (href && index % 4 === 0) expect((await behind(owner, href, timeZone)).count, href).toBe(failed.values[index]);
  });

  test("so does each figure of the range, of the one before it, and of each account", async () => {
    for (const actor of [owner, restricted])
      for (const address of [{}, { account: branch }] as Record<string, string>[]) {
        const { query, data, hrefs } = await overview(actor, timeZone, address);
        const selection = { accountId: query.accountId, currency: "EUR" };
        for (const { period, parts } of [data.now, data.before].filter((one) => one !== null)) {
          const sum = sumOf(parts);
          const at = { ...selection, range: period };
          expect(await behind(actor, hrefs.payments(at), timeZone)).toMatchObject({ count: sum.payment_count });
          expect(await behind(actor, hrefs.payments({ ...at, statuses: COLLECTED }), timeZone)).toEqual({
            count: sum.processed_count,
            amount: sum.processed_amount,
          });
          expect(await behind(actor, hrefs.refunds?.(at) ?? "", timeZone)).toEqual({
            count: sum.refund_count,
            amount: sum.refunded_amount,
          });
        }
        for (const { id, figures } of data.level.rows)
          expect(
            await behind(
              actor,
              hrefs.payments({ ...selection, accountId: id, range: query.period, statuses: COLLECTED }),
              timeZone,
            ),
          ).toEqual({ count: figures.processed_count, amount: figures.processed_amount });
        // A branch that one does not see is nothing, here as in the lists.
        const isSeen = actor === owner || query.accountId === null;
        expect(sumOf(data.now.parts).payment_count > 0).toBe(isSeen);
        const own = data.level.own ? [data.level.own] : [];
        expect(sumOf([...data.level.rows.map(({ figures }) => figures), ...own])).toEqual(sumOf(data.now.parts));
      }
  });
});

test("somebody who sees one hotel is shown that one, and no other's figures", async () => {
  const { data } = await overview(restricted, "UTC", {});
  expect(data.level.rows.map(({ name }) => name)).toEqual(["One"]);
  const all = await overview(owner, "UTC", {});
  expect(sumOf(all.data.now.parts).payment_count).toBeGreaterThan(sumOf(data.now.parts).payment_count);
});
