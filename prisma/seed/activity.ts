import { updateAccount } from "../../lib/accounts/commands";
import { listAccounts } from "../../lib/accounts/queries";
import { accountList } from "../../lib/accounts/schema";
import type { MemberActor } from "../../lib/actor";
import { createApiKey } from "../../lib/api-keys/commands";
import { parseListParams } from "../../lib/list-query";
import { cancelPaymentIntent, createPaymentIntent, updatePaymentIntent } from "../../lib/payment-intents/commands";
import { listPaymentIntents } from "../../lib/payment-intents/queries";
import { createPaymentIntentInput, paymentIntentList } from "../../lib/payment-intents/schema";
import { identity } from "../../lib/tenant-db";

const SESSION_SECONDS = 300;

/** A morning's work of the demo's people, so that the audit log and the keys have something to tell. */
export async function seedActivity(userIds: ReadonlyMap<string, string>): Promise<void> {
  const olivia = await signedIn(userIds, "olivia@aurora-hotels.example", "192.0.2.10");
  const adam = await signedIn(userIds, "adam@aurora-hotels.example", "192.0.2.11");
  const felix = await signedIn(userIds, "felix@aurora-hotels.example", "198.51.100.24");
  const samir = await signedIn(userIds, "samir@aurora-hotels.example", "203.0.113.5");

  const [lisbon] = (await listAccounts(adam, accounts({ name: "lisboa" }))).items;
  if (!lisbon) throw new Error("the demo has no hotel in Lisbon");
  await updateAccount(adam, {
    id: lisbon.id,
    display_name: "Lisboa, Baixa",
    metadata: { ...lisbon.metadata, rooms: 84 },
  });
  await createApiKey(olivia, {
    name: "Booking engine",
    permissions: ["payment_intents:read", "payment_intents:write", "accounts:read"],
    account_ids: null,
    expires_at: null,
  });
  await createApiKey(olivia, {
    name: "Lisbon front desk",
    permissions: ["payment_intents:read"],
    account_ids: [lisbon.id],
    expires_at: inDays(180),
  });

  const made = await createPaymentIntent(
    samir,
    createPaymentIntentInput.parse({
      account_id: lisbon.id,
      billing_amount: 48_600,
      billing_currency: "EUR",
      customer_email: "ana.almeida@example.com",
      reference: "BKG-20001",
      metadata: { channel: "desk", nights: 3 },
    }),
  );
  await updatePaymentIntent(felix, { id: made.id, customer_phone: "+351910012345" });
  const open = (await listPaymentIntents(samir, payments({ status: "INITIALIZED" }))).items;
  for (const { id } of open.filter((payment) => payment.id !== made.id).slice(0, 2))
    await cancelPaymentIntent(samir, { id });

  for (const { sessionId } of [olivia, adam, felix, samir]) await identity.closeSession(sessionId);
}

async function signedIn(userIds: ReadonlyMap<string, string>, email: string, ipAddress: string): Promise<MemberActor> {
  const userId = userIds.get(email);
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64) Demo";
  const sessionId = userId && (await identity.openSession(userId, ipAddress, userAgent, SESSION_SECONDS));
  const grant = sessionId && (await identity.findSessionGrant(sessionId, "aurora"));
  if (!sessionId || !grant) throw new Error(`${email} cannot sign in`);
  const { tenantId, membershipId, permissions, accountIds } = grant;
  return {
    kind: "member",
    tenantId,
    userId,
    membershipId,
    sessionId,
    permissions,
    accountIds,
    pass: null,
    ipAddress,
    userAgent,
    requestId: `seed-${membershipId}`,
  };
}

const accounts = (given: Record<string, string>) => parseListParams(accountList, given, { mode: "strict" }).query;
const payments = (given: Record<string, string>) => parseListParams(paymentIntentList, given, { mode: "strict" }).query;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
