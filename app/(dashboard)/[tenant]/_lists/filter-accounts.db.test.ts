import { beforeAll, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { filterAccounts } from "./filter-accounts";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let account: string;
let choicesHref: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  account = (await makeAccount(tenant, { name: "Tokyo", currency: "JPY" })).id;
  choicesHref = `/api/dashboard/${tenant.slug}/account_choices`;
});

const read = (actor: MemberActor, parameters: Record<string, string>) =>
  filterAccounts(actor, tenant, parseListParams(paymentIntentList, parameters, { mode: "strict" }).query);

test("an unfiltered list knows only where accounts and the usual currency are asked for", async () => {
  expect(await read(owner, {})).toEqual({ accounts: null, amountCurrency: null, choicesHref });
  expect(await read(owner, { currency: "USD", amount_min: "1" })).toEqual({
    accounts: null,
    amountCurrency: "USD",
    choicesHref,
  });
});

test("a filter that is worded with an account or its currency comes with all there are", async () => {
  const accounts = [{ id: account, name: "Tokyo", parent_id: null }];
  const worded: Record<string, string>[] = [{ account }, { account_not: account }, { amount_max: "100" }];
  for (const parameters of worded)
    expect(await read(owner, parameters)).toEqual({ accounts, amountCurrency: "JPY", choicesHref });
});

test("who may not see accounts has none, whatever the address says, and nowhere to ask", async () => {
  const clerk = await createMember(database(), tenant, { permissions: ["payment_intents:read"] });
  const asked: Record<string, string>[] = [{}, { account }, { amount_max: "100" }];
  for (const parameters of asked)
    expect(await read(clerk, parameters)).toEqual({ accounts: [], amountCurrency: "EUR", choicesHref: null });
});
