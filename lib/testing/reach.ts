import type { MemberActor } from "@/lib/actor";
import { flushRequestLog } from "@/lib/request-logs/commands";
import { testWebhookEndpoint } from "@/lib/webhook-endpoints/delivery-commands";
import { callApi } from "./api";
import type { TestDatabase } from "./database";
import { makeDocument } from "./documents";
import { createKey, createMember, createTenant, makeAccount, makePaymentIntent, type TestTenant } from "./fixtures";
import { makeInvitation } from "./people";
import { makeProcessedPayment, makeRefund } from "./refunds";
import { makeWebhookEndpoint } from "./webhooks";

/** One record of each kind that belongs to an account. */
export interface AccountRecords {
  account: string;
  payment: string;
  refund: string;
  document: string;
  endpoint: string;
  delivery: string;
  key: string;
  member: string;
  invitation: string;
}

/** A tenant with a branch in the middle of a tree: what is above, beside and in it is of every kind. */
export interface ReachWorld {
  tenant: TestTenant;
  owner: MemberActor;
  /** The top of the branch, and what is below it. */
  top: AccountRecords;
  below: AccountRecords;
  /** What is above the branch, beside it, and a root of its own; all of their names begin with `FOREIGN`. */
  foreign: AccountRecords[];
}

/** E-mail address and phone number of every customer, in each place where one can stand. */
export const CUSTOMER = { email: "greta.guest@secret.example", phone: "+4930123456789" } as const;

/** How all names, references and titles outside the branch begin. */
export const FOREIGN = "FOREIGN";

export async function makeReachWorld(database: TestDatabase): Promise<ReachWorld> {
  const tenant = await createTenant(database);
  const owner = await createMember(database, tenant);
  const above = await makeAccount(tenant, { name: `${FOREIGN} above` });
  const top = await makeAccount(tenant, { name: "Reach top", parent_id: above.id });
  const below = await makeAccount(tenant, { name: "Reach below", parent_id: top.id });
  const beside = await makeAccount(tenant, { name: `${FOREIGN} beside`, parent_id: above.id });
  const root = await makeAccount(tenant, { name: `${FOREIGN} root` });
  const records = (id: string, prefix: string) => makeRecords(database, tenant, id, prefix);
  return {
    tenant,
    owner,
    top: await records(top.id, "Reach"),
    below: await records(below.id, "Reach"),
    foreign: [await records(above.id, FOREIGN), await records(beside.id, FOREIGN), await records(root.id, FOREIGN)],
  };
}

async function makeRecords(
  database: TestDatabase,
  tenant: TestTenant,
  account: string,
  prefix: string,
): Promise<AccountRecords> {
  const customer = { customer_email: CUSTOMER.email, customer_phone: CUSTOMER.phone };
  const given = {
    ...customer,
    reference: `${prefix} for ${CUSTOMER.email}`,
    metadata: { guest: { mail: CUSTOMER.email } },
  };
  await makePaymentIntent(tenant, account, given);
  const payment = await makeProcessedPayment(tenant, account, given);
  const refund = await makeRefund(tenant, payment.id, { amount: 100, comment: `${prefix}: call ${CUSTOMER.phone}` });
  const metadata = { signed_by: CUSTOMER.email };
  const document = await makeDocument(tenant, {
    account_id: account,
    title: `${prefix} ${account} ${CUSTOMER.email}`,
    metadata,
  });
  const endpoint = await makeWebhookEndpoint(tenant, {
    account_id: account,
    description: `${prefix} hook`,
    url: `https://hooks.example.com/${prefix.toLowerCase()}`,
  });
  const delivery = await testWebhookEndpoint(tenant.system, { id: endpoint.id });
  const key = await createKey(tenant, { onlyAccountIds: [account] });
  await callApi("GET", "/api/v1/accounts", { token: key });
  await flushRequestLog();
  const member = await createMember(database, tenant, { role: "viewer", onlyAccountIds: [account] });
  const invitation = await makeInvitation(tenant, { account_ids: [account] });
  return {
    account,
    payment: payment.id,
    refund: refund.id,
    document: document.id,
    endpoint: endpoint.id,
    delivery: delivery.id,
    key: key.apiKeyId,
    member: member.membershipId,
    invitation: invitation.invitation.id,
  };
}

/** Ids that nobody within the branch may learn. Colleagues are no secret. */
export function secretIds({ foreign }: ReachWorld): string[] {
  return foreign.flatMap(({ member: _colleague, ...records }) => Object.values(records));
}
