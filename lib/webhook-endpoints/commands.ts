import type { TenantActor } from "../actor";
import { env } from "../env";
import { AppError, fieldError } from "../errors";
import { checkTarget } from "../outbound/target";
import { sql, tenantWrite, type WriteClient } from "../tenant-db";
import { holdDeliveries } from "./delivery-commands";
import { permissionsOf } from "./event-types";
import { readWebhookEndpoint } from "./queries";
import type {
  CreateWebhookEndpointInput,
  RotateWebhookSecretInput,
  UpdateWebhookEndpointInput,
  WebhookEndpoint,
  WebhookEndpointWithSecret,
} from "./schema";
import { newWebhookSecret, sealSecret } from "./secrets";

/**
 * Makes an endpoint; its secret is in the answer and nowhere else in the clear. Nobody has more sent somewhere than they
 * may see: neither records, nor personal data, nor accounts.
 */
export async function createWebhookEndpoint(
  actor: TenantActor,
  input: CreateWebhookEndpointInput,
): Promise<WebhookEndpointWithSecret> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.create", async (db) => {
    const url = checkedUrl(input.url);
    refuseExcess(actor, input);
    await checkAccount(db, actor, input.account_id);
    const { id } = await db.webhookEndpoint.create({
      data: {
        tenantId: actor.tenantId,
        accountId: input.account_id,
        url,
        description: input.description,
        eventTypes: input.event_types,
        includesPersonalData: input.includes_personal_data,
        createdBy: actor.kind === "member" ? actor.userId : null,
      },
      select: { id: true },
    });
    const secret = await storeSecret(db, actor, id, input.account_id);
    return { webhook_endpoint: await readWebhookEndpoint(db, actor, id), secret };
  });
}

/** Changes the fields that are present. Whoever changes what is sent, or where to, must be allowed to see what is sent then. */
export async function updateWebhookEndpoint(
  actor: TenantActor,
  input: UpdateWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.update", async (db) => {
    const url = input.url === undefined ? undefined : checkedUrl(input.url);
    await lockEndpoint(db, actor, input.id);
    const before = await readWebhookEndpoint(db, actor, input.id);
    const isSentOtherwise = [input.url, input.event_types, input.includes_personal_data].some((it) => it !== undefined);
    if (isSentOtherwise)
      refuseExcess(actor, {
        event_types: input.event_types ?? before.event_types,
        includes_personal_data: input.includes_personal_data ?? before.includes_personal_data,
      });
    await db.webhookEndpoint.updateMany({
      where: { id: input.id },
      data: {
        url,
        description: input.description,
        eventTypes: input.event_types,
        includesPersonalData: input.includes_personal_data,
      },
    });
    return readWebhookEndpoint(db, actor, input.id);
  });
}

/** Deletes an endpoint with its secrets and its log. What was on its way to it is not sent. */
export async function deleteWebhookEndpoint(actor: TenantActor, input: { id: string }): Promise<WebhookEndpoint> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.delete", async (db) => {
    const endpoint = await readWebhookEndpoint(db, actor, input.id);
    await db.webhookEndpoint.deleteMany({ where: { id: input.id } });
    return endpoint;
  });
}

/** Sends to the endpoint again, from the next event on. What was held meanwhile can be sent by hand. */
export async function enableWebhookEndpoint(actor: TenantActor, input: { id: string }): Promise<WebhookEndpoint> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.enable", async (db) => {
    await db.webhookEndpoint.updateMany({
      where: { id: input.id, status: "disabled" },
      data: { status: "enabled", disabledReason: null, disabledAt: null, failingSince: null, failuresInARow: 0 },
    });
    return readWebhookEndpoint(db, actor, input.id);
  });
}

/** Sends nothing more to the endpoint: events are kept as held deliveries until they are sent by hand or expire. */
export async function disableWebhookEndpoint(actor: TenantActor, input: { id: string }): Promise<WebhookEndpoint> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.disable", async (db) => {
    const { count } = await db.webhookEndpoint.updateMany({
      where: { id: input.id, status: "enabled" },
      data: { status: "disabled", disabledReason: "manual", disabledAt: new Date() },
    });
    if (count > 0) await holdDeliveries(db, input.id);
    return readWebhookEndpoint(db, actor, input.id);
  });
}

/** Gives the endpoint a new secret. Requests are signed with the old one too until the overlap ends. */
export async function rotateWebhookSecret(
  actor: TenantActor,
  input: RotateWebhookSecretInput,
): Promise<WebhookEndpointWithSecret> {
  return tenantWrite(actor, "webhooks:write", "webhook_endpoints.rotate_secret", async (db) => {
    await lockEndpoint(db, actor, input.id);
    const { account } = await readWebhookEndpoint(db, actor, input.id);
    // Two at most: one that was still ending when the next rotation came ends now.
    await db.webhookSecret.deleteMany({ where: { endpointId: input.id, expiresAt: { not: null } } });
    if (input.overlap_hours === 0) await db.webhookSecret.deleteMany({ where: { endpointId: input.id } });
    const expiresAt = new Date(Date.now() + input.overlap_hours * 3_600_000);
    await db.webhookSecret.updateMany({ where: { endpointId: input.id }, data: { expiresAt } });
    const secret = await storeSecret(db, actor, input.id, account?.id ?? null);
    return { webhook_endpoint: await readWebhookEndpoint(db, actor, input.id), secret };
  });
}

/** @throws AppError that names the field, for an address that requests may not go to */
function checkedUrl(text: string): string {
  const { url, problem } = checkTarget(text, { allowLoopback: env().webhookAllowLoopback });
  if (!url) throw fieldError("url", problem);
  return url.href;
}

function refuseExcess(
  actor: TenantActor,
  wanted: { event_types: readonly string[]; includes_personal_data: boolean },
): void {
  if (actor.kind === "system") return;
  const missing = permissionsOf(wanted.event_types).find((permission) => !actor.permissions.has(permission));
  if (missing)
    throw fieldError("event_types", `You cannot have events sent that you may not see: ${missing} is missing`);
  if (wanted.includes_personal_data && !actor.permissions.has("customers:read_personal_data"))
    throw fieldError(
      "includes_personal_data",
      "You cannot have personal data sent that you may not see: customers:read_personal_data is missing",
    );
}

// A restricted actor's own policy hides other accounts, so they count as unknown here.
async function checkAccount(db: WriteClient, actor: TenantActor, accountId: string | null): Promise<void> {
  if (actor.accountIds && !accountId)
    throw fieldError("account_id", "You are restricted to chosen accounts, so the endpoint must be too");
  if (!accountId) return;
  const [account] = await db.rows<{ may_open: boolean }>(
    sql`select app.may_open_below(a.tenant_id, a.id) as may_open from accounts a
        where a.tenant_id = ${actor.tenantId}::uuid and a.id = ${accountId}::uuid and a.deleted_at is null`,
    "webhook_endpoints_account",
  );
  if (!account) throw fieldError("account_id", "The account does not exist");
  if (!account.may_open)
    throw fieldError("account_id", "An endpoint is told of all below its account, and you reach this one by itself");
}

// Of two changes at once the second waits here, and then sees what the first made.
async function lockEndpoint(db: WriteClient, actor: TenantActor, id: string): Promise<void> {
  const rows = await db.rows(
    sql`select id from webhook_endpoints where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid for update`,
    "webhook_endpoints_lock",
  );
  if (rows.length === 0) throw new AppError("not_found", "Webhook endpoint not found");
}

async function storeSecret(
  db: WriteClient,
  { tenantId }: TenantActor,
  endpointId: string,
  accountId: string | null,
): Promise<string> {
  const secret = newWebhookSecret();
  await db.webhookSecret.create({
    data: { tenantId, endpointId, accountId, sealedSecret: sealSecret(secret, { tenantId, endpointId }) },
    select: { id: true },
  });
  return secret;
}
