import { isValidElement, type ReactElement, type ReactNode } from "react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import { parseListParams } from "@/lib/list-query";
import { tenantDoor } from "@/lib/tenant-db/pools";
import { makeDocument } from "@/lib/testing/documents";
import {
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeImport } from "@/lib/testing/imports";
import { makeInvitation, makeRole } from "@/lib/testing/people";
import { makeProcessedPayment, makeRefund } from "@/lib/testing/refunds";
import { makeSavedView } from "@/lib/testing/saved-views";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { testWebhookEndpoint } from "@/lib/webhook-endpoints/delivery-commands";

// A page costs a fixed number of statements, however many records it shows (R19).

const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => request.cookies }));

type Props = { params: Promise<{ tenant: string; id?: string }>; searchParams: Promise<Record<string, string>> };
type Page = { default: (props: Props) => Promise<ReactNode> };

const PAGES = import.meta.glob<Page>("./**/page.tsx");
const database = doorsOfThisFile();

/** What each page may cost; one that gathers a whole record's surroundings, at once, may cost more. */
const MOST_STATEMENTS = 9;
const MORE_STATEMENTS: Readonly<Record<string, number>> = {
  "./accounts/[id]/page.tsx": 15,
  "./payment-intents/[id]/page.tsx": 10,
};
let tenant: TestTenant;
let member: MemberActor;

interface Records {
  accounts: string;
  "payment-intents": string;
  refunds: string;
  documents: string;
  imports: string;
  "api-keys": string;
  "audit-logs": string;
  webhooks: string;
  deliveries: string;
  team: string;
  roles: string;
  views: string;
}
let records: Records;

/** One more record of each kind, below and beside those that are there. */
async function makeRecords(parentId: string | null): Promise<Records> {
  const account = await makeAccount(tenant, { parent_id: parentId });
  await makePaymentIntent(tenant, account.id, { metadata: { channel: "web" } });
  const payment = await makeProcessedPayment(tenant, account.id);
  const refund = await makeRefund(tenant, payment.id, { amount: 10 });
  const document = await makeDocument(tenant);
  const { id: imported } = await makeImport(tenant);
  const key = await createKey(tenant, { accountIds: [account.id] });
  const endpoint = await makeWebhookEndpoint(tenant);
  const delivery = await testWebhookEndpoint(tenant.system, { id: endpoint.id });
  const colleague = await createMember(database(), tenant, { role: "viewer", accountIds: [account.id] });
  const role = await makeRole(tenant, ["accounts:read"]);
  await makeInvitation(tenant, { role_ids: [role], branch_ids: [account.id] });
  const { query } = parseListParams(auditLogList, { table: "payment_intents" }, { mode: "strict" });
  const [entry] = (await listAuditLogs(tenant.system, query)).items;
  return {
    accounts: account.id,
    "payment-intents": payment.id,
    refunds: refund.id,
    documents: document.id,
    imports: imported,
    "api-keys": key.apiKeyId,
    "audit-logs": entry?.id ?? "",
    webhooks: endpoint.id,
    deliveries: delivery.id,
    team: colleague.membershipId,
    roles: role,
    views: await makeSavedView(tenant),
  };
}

beforeAll(async () => {
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  request.cookies.set(SESSION_COOKIE, { value: await signSessionToken(member) });
  records = await makeRecords(null);
});

/** Runs a page, and whatever it holds that fetches for itself. */
async function render(node: ReactNode): Promise<void> {
  if (Array.isArray(node)) {
    for (const child of node) await render(child);
    return;
  }
  if (!isValidElement(node)) return;
  const { type, props } = node as ReactElement<Record<string, ReactNode>>;
  if (typeof type === "function" && type.constructor.name === "AsyncFunction")
    await render(await (type as (given: typeof props) => Promise<ReactNode>)(props));
  for (const value of Object.values(props)) if (typeof value === "object") await render(value);
}

/** The address of a view shows nothing: it leads on. */
function nothingWhenRedirected(error: unknown): null {
  if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT")) return null;
  throw error;
}

async function statementsOf(path: string, searchParams: Record<string, string> = {}): Promise<number> {
  const load = PAGES[path];
  if (!load) throw new Error(`there is no page ${path}`);
  const folder = path.split("/[id]")[0]?.split("/").at(-1) as keyof Records;
  const { default: page } = await load();
  // Once for the look-ups that are remembered between requests.
  for (const isCounted of [false, true]) {
    const before = tenantDoor().pool.counters.statements;
    const node = page({
      params: Promise.resolve({ tenant: tenant.slug, ...(path.includes("[id]") && { id: records[folder] }) }),
      searchParams: Promise.resolve(searchParams),
    });
    await render(await node.catch(nothingWhenRedirected));
    if (isCounted) return tenantDoor().pool.counters.statements - before;
  }
  return 0;
}

describe("the pages", () => {
  let before: Record<string, number>;

  test("cost few statements each", async () => {
    before = Object.fromEntries(
      await Object.keys(PAGES).reduce<Promise<[string, number][]>>(
        async (done, path) => [...(await done), [path, await statementsOf(path)]],
        Promise.resolve([]),
      ),
    );
    for (const [path, statements] of Object.entries(before))
      expect(statements, path).toBeLessThanOrEqual(MORE_STATEMENTS[path] ?? MOST_STATEMENTS);
    expect(before["./(overview)/page.tsx"]).toBeGreaterThan(2);
    expect(before["./payment-intents/page.tsx"]).toBeGreaterThan(2);
  });

  test("cost the same with thirty records of each kind", async () => {
    const { accounts } = records;
    for (let n = 0; n < 30; n += 1) await makeRecords(n % 2 ? accounts : null);
    for (const path of Object.keys(PAGES)) expect([path, await statementsOf(path)]).toEqual([path, before[path]]);
  }, 120_000);
});

test("a list's page reads the accounts of its filters only where a filter in effect needs them for its words", async () => {
  const plain = { size: "25" };
  const worded: Record<string, string>[] = [
    { account: records.accounts },
    { account_not: records.accounts },
    { amount_min: "100" },
  ];
  for (const list of ["payment-intents", "refunds"]) {
    const path = `./${list}/page.tsx`;
    const least = await statementsOf(path, plain);
    for (const filter of worded)
      expect([list, await statementsOf(path, { ...plain, ...filter })]).toEqual([list, least + 1]);
    expect(await statementsOf(path, { ...plain, amount_min: "100", currency: "EUR" })).toBe(least);
  }
  for (const path of ["./documents/page.tsx", "./team/page.tsx"]) {
    const least = await statementsOf(path, plain);
    expect([path, await statementsOf(path, { ...plain, account: records.accounts })]).toEqual([path, least + 1]);
  }
});
