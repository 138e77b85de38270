import type { TenantActor } from "../actor";
import { newApiKey as makeKey } from "../api-key-secret";
import { AppError, fieldError } from "../errors";
import { isRestricting, namedAccounts, type ReachInput, reachOf } from "../reach-input";
import { RIGHTS_CONSTRAINTS } from "../rights";
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
  return tenantWrite(
    actor,
    "api_keys:write",
    "api_keys.create",
    async (db) => {
      refuseExcess(actor, input);
      await checkReach(db, input);
      await checkLifetime(db, input.expires_at);
      return storeKey(db, actor, { ...input, replaces_id: null });
    },
    { constraints: RIGHTS_CONSTRAINTS },
  );
}

/**
 * Gives a key's users a new secret with the same rights: the old key ends after the overlap. The new one ends when the
 * old one was to end, and within the tenant's longest lifetime in any case.
 * @throws AppError `conflict` for a key that was revoked, has expired, or was rotated already
 */
export async function rotateApiKey(actor: TenantActor, input: RotateApiKeyInput): Promise<NewApiKey> {
  return tenantWrite(
    actor,
    "api_keys:write",
    "api_keys.rotate",
    async (db) => {
      await lockKey(db, actor, input.id);
      const old = await readApiKey(db, actor, input.id);
      if (old.state === "expiring") throw new AppError("conflict", "This key has been rotated already");
      if (old.state !== "live") throw new AppError("conflict", `This key is ${old.state}: create a new one`);
      const reach = reachOf(old.restricted_to_accounts ? old.accounts : null);
      refuseExcess(actor, { permissions: old.permissions, ...reach });
      const latest = latestKeyExpiry(await settingsInForce(db), Date.now());
      const expires_at = latest && !endsBy(old.expires_at, latest) ? latest.toISOString() : old.expires_at;
      const created = await storeKey(db, actor, { ...old, ...reach, expires_at, replaces_id: old.id });
      const overlapEnd = new Date(Date.now() + input.overlap_hours * 3_600_000);
      if (!endsBy(old.expires_at, overlapEnd))
        await db.tenantApiKey.updateMany({ where: { id: old.id }, data: { expiresAt: overlapEnd } });
      return created;
    },
    { constraints: RIGHTS_CONSTRAINTS },
  );
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

type KeyToStore = Pick<CreateApiKeyInput, "name" | "permissions" | "expires_at"> &
  ReachInput & {
    replaces_id: string | null;
  };

async function storeKey(db: WriteClient, actor: TenantActor, input: KeyToStore): Promise<NewApiKey> {
  const made = makeKey(isRestricting(input) ? "rk" : "sk");
  const { id } = await db.tenantApiKey.create({
    data: {
      tenantId: actor.tenantId,
      name: input.name,
      keyHash: made.hash,
      prefix: made.prefix,
      lastFour: made.lastFour,
      permissions: [...new Set(input.permissions)].sort(),
      restrictedToAccounts: isRestricting(input),
      expiresAt: input.expires_at && new Date(input.expires_at),
      replacesId: input.replaces_id,
      createdBy: actor.kind === "member" ? actor.userId : null,
    },
    select: { id: true },
  });
  const accounts = namedAccounts(input);
  if (accounts.length > 0) {
    await db.tenantApiKeyAccount.createMany({
      data: accounts.map((account) => ({
        tenantId: actor.tenantId,
        apiKeyId: id,
        accountId: account.id,
        includesBelow: account.includes_below,
      })),
    });
  }
  return { api_key: await readApiKey(db, actor, id), secret: made.key };
}

function refuseExcess(actor: TenantActor, input: Pick<CreateApiKeyInput, "permissions"> & ReachInput): void {
  // A key that could make keys would outlive its own end.
  if (actor.kind === "apiKey") throw RIGHTS_CONSTRAINTS.rights_by_people();
  const missing = actor.kind === "system" ? undefined : input.permissions.find((name) => !actor.permissions.has(name));
  if (missing) throw fieldError("permissions", `You cannot give a permission that you do not hold: ${missing}`);
  if (!actor.accountIds) return;
  if (!isRestricting(input))
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
async function checkReach(db: WriteClient, input: ReachInput): Promise<void> {
  const named = namedAccounts(input);
  if (named.length === 0) return;
  const found = await db.rows<{ id: string; may_open: boolean }>(
    sql`select a.id, app.may_open_below(a.tenant_id, a.id) as may_open from accounts a
        where a.tenant_id = app.tenant_id() and a.id = any (${named.map(({ id }) => id)}::uuid[]) and a.deleted_at is null`,
    "api_keys_reach",
  );
  const known = new Map(found.map(({ id, may_open }) => [id, may_open]));
  for (const { id, includes_below } of named) {
    const field = includes_below ? "branch_ids" : "account_ids";
    if (!known.has(id)) throw fieldError(field, "One of the accounts does not exist");
    if (includes_below && !known.get(id))
      throw fieldError(field, "You reach one of these accounts by itself, so the key cannot have what is below it");
  }
}
