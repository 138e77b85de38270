import { updateAccount } from "../../lib/accounts/commands";
import { listAccounts } from "../../lib/accounts/queries";
import { accountList } from "../../lib/accounts/schema";
import type { ApiKeyActor, MemberActor } from "../../lib/actor";
import { hashApiKey } from "../../lib/api-key-secret";
import { createApiKey } from "../../lib/api-keys/commands";
import { parseListParams } from "../../lib/list-query";
import { cancelPaymentIntent, createPaymentIntent, updatePaymentIntent } from "../../lib/payment-intents/commands";
import { listPaymentIntents } from "../../lib/payment-intents/queries";
import { createPaymentIntentInput, paymentIntentList } from "../../lib/payment-intents/schema";
import { identity } from "../../lib/tenant-db";
import { seedDocuments } from "./documents";
import { seedGuardRails } from "./guard-rails";
import { signIn } from "./people";
import { seedRefunds } from "./refunds";
import { seedRequests } from "./requests";
import { seedTeam } from "./team";
import { deliverSeeded, seedWebhookEndpoints } from "./webhooks";

/** A morning's work of the demo's people, so that the audit log and the keys have something to tell. */
export async function seedActivity(userIds: ReadonlyMap<string, string>): Promise<void> {
  const olivia = await signIn(userIds, "olivia@aurora-hotels.example", "aurora", "192.0.2.10");
  const adam = await signIn(userIds, "adam@aurora-hotels.example", "aurora", "192.0.2.11");
  const felix = await signIn(userIds, "felix@aurora-hotels.example", "aurora", "198.51.100.24");
  const renata = await signIn(userIds, "renata@aurora-hotels.example", "aurora", "198.51.100.31");
  const samir = await signIn(userIds, "samir@aurora-hotels.example", "aurora", "203.0.113.5");

  const ingrid = await signIn(userIds, "ingrid@boreal-resorts.example", "boreal", "198.51.100.70");

  for (const manager of [adam, ingrid]) await seedDocuments(manager);
  const [lisbon] = (await listAccounts(adam, accounts({ name: "lisboa" }))).items;
  if (!lisbon) throw new Error("the demo has no hotel in Lisbon");
  await updateAccount(adam, {
    id: lisbon.id,
    display_name: "Lisboa, Baixa",
    metadata: { ...lisbon.metadata, rooms: 84 },
  });
  const engine = await usedKey(olivia, {
    name: "Booking engine",
    permissions: ["payment_intents:read", "payment_intents:write", "accounts:read", "refunds:read", "refunds:create"],
    account_ids: null,
    branch_ids: null,
    expires_at: null,
  });
  const desk = await usedKey(olivia, {
    name: "Lisbon front desk",
    permissions: ["payment_intents:read"],
    account_ids: [lisbon.id],
    branch_ids: null,
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

  await seedTeam(olivia);
  await seedWebhookEndpoints(olivia);
  await seedRefunds([renata, renata, engine]);
  await seedGuardRails(olivia, renata, felix);
  await deliverSeeded(olivia);
  await seedRequests([engine, engine, engine, desk]);

  for (const { sessionId } of [olivia, adam, felix, renata, samir, ingrid]) await identity.closeSession(sessionId);
}

/** Makes an access key, and acts with it. */
async function usedKey(actor: MemberActor, input: Parameters<typeof createApiKey>[1]): Promise<ApiKeyActor> {
  const { secret } = await createApiKey(actor, input);
  const grant = await identity.findApiKeyGrant(hashApiKey(secret));
  if (!grant) throw new Error(`the key ${input.name} was not stored`);
  const { tenantId, apiKeyId, permissions, accountIds } = grant;
  const userAgent = "aurora-booking/4.2";
  const requestId = `seed-${apiKeyId}`;
  return {
    kind: "apiKey",
    tenantId,
    apiKeyId,
    permissions,
    accountIds,
    pass: null,
    ipAddress: "192.0.2.40",
    userAgent,
    requestId,
  };
}

const accounts = (given: Record<string, string>) => parseListParams(accountList, given, { mode: "strict" }).query;
const payments = (given: Record<string, string>) => parseListParams(paymentIntentList, given, { mode: "strict" }).query;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
