import type { TenantActor } from "../actor";
import { newApiKey as makeKey } from "../api-key-secret";
import { AppError, fieldError } from "../errors";
import { settingsInForce, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { latestKeyExpiry } from "../tenant-settings";
import { readApiKey } from "./queries";
import type { ApiKey, CreateApiKeyInput, NewApiKey, RotateApiKeyInput } from "./schema";

/**
 * Makes an access key; its secret is in the answer and nowhere else. Nobody gives a key more than they hold: neither
 * permissions nor accounts.
 * @throws AppError that names the field with too much, an unknown account, or an end beyond the tenant's longest lifetime
 */
export async function createApiKey(actor: TenantActor, input: CreateApiKeyInput): Promise<NewApiKey> {
  return tenantWrite(actor, "api_keys:write", "api_keys.create", async (db) => {
    refuseExcess(actor, input);
    await checkAccounts(db, input.account_ids);
    await checkLifetime(db, input.expires_at);
    return storeKey(db, actor, { ...input, replaces_id: null });
  });
}

/**
 * Gives a key's users a new secret with the same rights: the old key ends after the overlap. The new one ends when the
 * old one was to end, and within the tenant's longest lifetime in any case.
 * @throws AppError `conflict` for a key that was revoked, has expired, or was rotated already
 */
export async function rotateApiKey(actor: TenantActor, input: RotateApiKeyInput): Promise<NewApiKey> {
  return tenantWrite(actor, "api_keys:write", "api_keys.rotate", async (db) => {
    await lockKey(db, actor, input.id);
    const old = await readApiKey(db, actor, input.id);
    if (old.state === "expiring") throw new AppError("conflict", "This key has been rotated already");
    if (old.state !== "live") throw new AppError("conflict", `This key is ${old.state}: create a new one`);
    const account_ids = old.restricted_to_accounts ? old.accounts.map(({ id }) => id) : null;
    refuseExcess(actor, { permissions: old.permissions, account_ids });
    const latest = latestKeyExpiry(await settingsInForce(db), Date.now());
    const expires_at = latest && !endsBy(old.expires_at, latest) ? latest.toISOString() : old.expires_at;
    const created = await storeKey(db, actor, { ...old, account_ids, expires_at, replaces_id: old.id });
    const overlapEnd = new Date(Date.now() + input.overlap_hours * 3_600_000);
    if (!endsBy(old.expires_at, overlapEnd))
      await db.tenantApiKey.updateMany({ where: { id: old.id }, data: { expiresAt: overlapEnd } });
    return created;
  });
}

/** Ends a key at once: the next request with it is refused. Revoking twice is no error. */
export async function revokeApiKey(actor: TenantActor, input: { id: string }): Promise<ApiKey> {
  return tenantWrite(actor, "api_keys:write", "api_keys.revoke", async (db) => {
    await db.tenantApiKey.updateMany({
      where: { id: input.id, revokedAt: null },
      data: { revokedAt: new Date(), revokedBy: actor.kind === "member" ? actor.userId : null },
    });
    return readApiKey(db, actor, input.id);
  });
}

// Of two rotations at once the second waits here, and then sees that the key has a successor.
async function lockKey(db: WriteClient, actor: TenantActor, id: string): Promise<void> {
  await db.rows(
    sql`select id from tenant_api_keys where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid for update`,
    "api_keys_lock",
  );
}

type KeyToStore = Pick<CreateApiKeyInput, "name" | "permissions" | "account_ids" | "expires_at"> & {
  replaces_id: string | null;
};

async function storeKey(db: WriteClient, actor: TenantActor, input: KeyToStore): Promise<NewApiKey> {
  const made = makeKey(input.account_ids ? "rk" : "sk");
  const { id } = await db.tenantApiKey.create({
    data: {
      tenantId: actor.tenantId,
      name: input.name,
      keyHash: made.hash,
      prefix: made.prefix,
      lastFour: made.lastFour,
      permissions: [...new Set(input.permissions)].sort(),
      restrictedToAccounts: input.account_ids !== null,
      expiresAt: input.expires_at && new Date(input.expires_at),
      replacesId: input.replaces_id,
      createdBy: actor.kind === "member" ? actor.userId : null,
    },
    select: { id: true },
  });
  if (input.account_ids) {
    await db.tenantApiKeyAccount.createMany({
      data: [...new Set(input.account_ids)].map((accountId) => ({ tenantId: actor.tenantId, apiKeyId: id, accountId })),
    });
  }
  return { api_key: await readApiKey(db, actor, id), secret: made.key };
}

function refuseExcess(actor: TenantActor, input: Pick<CreateApiKeyInput, "permissions" | "account_ids">): void {
  const missing = actor.kind === "system" ? undefined : input.permissions.find((name) => !actor.permissions.has(name));
  if (missing) throw fieldError("permissions", `You cannot give a permission that you do not hold: ${missing}`);
  if (!actor.accountIds) return;
  if (!input.account_ids)
    throw fieldError("account_ids", "You are restricted to chosen accounts, so the key must be too");
}

async function checkLifetime(db: WriteClient, expiresAt: string | null): Promise<void> {
  const settings = await settingsInForce(db);
  const latest = latestKeyExpiry(settings, Date.now());
  if (latest && !endsBy(expiresAt, latest))
    throw fieldError("expires_at", `A key of this tenant ends within ${settings.longest_key_lifetime_days} days`);
}

function endsBy(expiresAt: string | null, latest: Date): boolean {
  return expiresAt !== null && new Date(expiresAt) <= latest;
}

// A restricted actor's own policy hides other accounts, so they count as unknown here.
async function checkAccounts(db: WriteClient, accountIds: string[] | null): Promise<void> {
  if (!accountIds) return;
  const wanted = new Set(accountIds);
  const found = await db.account.count({ where: { id: { in: [...wanted] }, deletedAt: null } });
  if (found !== wanted.size) throw fieldError("account_ids", "One of the accounts does not exist");
}
