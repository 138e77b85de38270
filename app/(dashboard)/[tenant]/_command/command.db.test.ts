import { beforeAll, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { createSavedView } from "@/lib/http/saved-views";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { createSavedViewInput } from "@/lib/saved-views/schema";
import {
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { englishTexts } from "@/lib/testing/texts";
import type { CommandTexts } from "./command-texts";
import { findEntries } from "./found-entries";
import { offeredEntries, offersOf } from "./offered-entries";

const database = doorsOfThisFile();
const texts: CommandTexts = {
  t: englishTexts("server.command"),
  groups: englishTexts("client.command.groups"),
  sentence: (english) => english,
};
const PERSON = { timeZone: "Europe/Berlin" };
let tenant: TestTenant;
let owner: MemberActor;
let account: { id: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  account = await makeAccount(tenant, { name: "Hotel Lisboa" });
});

const find = async (q: string, actor = owner) => (await findEntries(texts, actor, { q }, PERSON, tenant)).entries;
const offer = async (actor: MemberActor) => (await offeredEntries(texts, actor, {}, PERSON, tenant)).entries;

test("a record leads to its page, with what tells it apart", async () => {
  const { id } = await makePaymentIntent(tenant, account.id, { reference: "BOOKING-1", customer_email: "a@b.example" });
  expect(await find("booking-1")).toEqual([
    {
      id: `payment_intent ${id}`,
      group: "Payment intents",
      label: "BOOKING-1",
      hint: "a@b.example",
      href: `/${tenant.slug}/payment-intents/${id}`,
      icon: "paymentIntents",
      status: "INITIALIZED",
      amount: { minor: 10_000, currency: "EUR" },
    },
  ]);
});

test("a query leads to each list that reads all of it, in the list's own words", async () => {
  const hrefs = async (q: string, actor?: MemberActor) => (await find(q, actor)).map(({ href }) => href);
  const payments = (await hrefs("status:failed amount>100 currency:EUR")).find((href) => href.includes("/payment-"));
  expect(payments).toContain(`/${tenant.slug}/payment-intents?`);
  expect(Object.fromEntries(new URLSearchParams(payments?.split("?")[1]))).toEqual({
    ...{ status: "FAILED", currency: "EUR", amount_min: "10001" },
  });
  expect(await hrefs('account:"Hotel Lisboa" status:failed')).toEqual(
    expect.arrayContaining([expect.stringContaining(`account=${account.id}`)]),
  );
  // No list has it, so it is no query: nothing has this name either.
  expect(await hrefs("nonsense:failed")).toEqual([]);
  const narrow = await createMember(database(), tenant, { permissions: ["refunds:read"] });
  for (const href of await hrefs("status:failed", narrow)) expect(href).toContain("/refunds?");
  const blind = ALL_PERMISSIONS.filter((name) => name !== "customers:read_personal_data");
  const masked = await createMember(database(), tenant, { permissions: blind });
  expect(await hrefs("email:ann*")).not.toEqual([]);
  for (const query of ["email:ann*", "-email:ann*"])
    expect((await hrefs(query, masked)).filter((href) => href.includes("customer_email"))).toEqual([]);
});

test("what is offered can be done: nothing that changes anything without the permission, or in a view", async () => {
  const labels = (actor: MemberActor) => offersOf(texts, actor, tenant.slug).map(({ label }) => label);
  const whole = labels(owner);
  expect(whole).toEqual(expect.arrayContaining(["New payment intent", "New role", "Import from a file"]));
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  expect(labels(viewer).filter((label) => /^(New|Invite|Import)/.test(label))).toEqual([]);
  const view = { id: account.id, label: "Ann", endsAt: "2100-01-01T00:00:00.000Z" };
  expect(labels({ ...owner, view }).filter((label) => /^(New|Invite|Import)/.test(label))).toEqual([]);
});

test("saved views are offered to whoever finds them", async () => {
  const input = { list: "payment_intents", name: "Failed ones", query: "status=FAILED" };
  await createSavedView(owner, createSavedViewInput.parse(input));
  const views = async (actor: MemberActor) => (await offer(actor)).filter(({ group }) => group === "Saved views");
  expect(await views(owner)).toEqual([
    expect.objectContaining({
      label: "Failed ones",
      hint: "Payment intents",
      href: expect.stringContaining(`/${tenant.slug}/payment-intents?status=FAILED&view=`),
    }),
  ]);
  expect(await views(await createMember(database(), tenant))).toEqual([]);
});
