import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { settingsInForce, tenantWrite, type WriteClient } from "../tenant-db";
import { requireCountry, requireCurrency } from "../tenant-settings";
import { accountConstraints as constraints } from "./constraints";
import { readAccount } from "./queries";
import type { Account, CreateAccountInput, UpdateAccountInput } from "./schema";

/**
 * Makes an account, in the tenant's default currency where none is named.
 * @throws AppError `already_exists` for a taken name, `validation_error` for an unknown parent, and for a currency or
 * country that the tenant's settings do not allow
 */
export async function createAccount(actor: TenantActor, input: CreateAccountInput): Promise<Account> {
  return tenantWrite(
    actor,
    "accounts:write",
    "accounts.create",
    async (db) => {
      const id = await insertAccount(db, actor, input);
      return readAccount(db, actor, id);
    },
    { constraints },
  );
}

/** Makes an account inside a running unit of work, and answers its id; failures are those of `createAccount`. */
export async function insertAccount(db: WriteClient, actor: TenantActor, input: CreateAccountInput): Promise<string> {
  const currency = await checkPlace(db, input);
  if (!currency) throw fieldError("currency", "Name a currency: this tenant has no default");
  await checkParent(db, actor, input.parent_id);
  const { id } = await db.account.create({
    data: {
      tenantId: actor.tenantId,
      parentId: input.parent_id,
      name: input.name,
      displayName: input.display_name,
      currency,
      payoutCurrency: input.payout_currency,
      country: input.country,
      termsAndConditionsUrl: input.terms_and_conditions_url,
      metadata: toJson(input.metadata),
    },
    select: { id: true },
  });
  return id;
}

/** Changes the fields that are present; a new `parent_id` moves the account with everything below it. */
export async function updateAccount(actor: TenantActor, input: UpdateAccountInput): Promise<Account> {
  return tenantWrite(
    actor,
    "accounts:write",
    "accounts.update",
    async (db) => {
      if (input.currency ?? input.payout_currency ?? input.country) await checkPlace(db, input);
      if (input.parent_id !== undefined) await checkMove(db, actor, input.id, input.parent_id);
      const { count } = await db.account.updateMany({
        where: { id: input.id, deletedAt: null },
        data: {
          parentId: input.parent_id,
          name: input.name,
          displayName: input.display_name,
          currency: input.currency,
          payoutCurrency: input.payout_currency,
          country: input.country,
          termsAndConditionsUrl: input.terms_and_conditions_url,
          metadata: input.metadata && toJson(input.metadata),
        },
      });
      if (count === 0) throw new AppError("not_found", "Account not found");
      return readAccount(db, actor, input.id);
    },
    { constraints },
  );
}

/** Soft-deletes an account that has nothing below it. Its payments stay visible. */
export async function deleteAccount(actor: TenantActor, input: { id: string }): Promise<Account> {
  return tenantWrite(actor, "accounts:write", "accounts.delete", async (db) => {
    const children = await db.account.count({ where: { parentId: input.id, deletedAt: null } });
    if (children > 0) throw new AppError("conflict", "Move or delete the accounts below this one first");
    const { count } = await db.account.updateMany({
      where: { id: input.id, deletedAt: null },
      data: { deletedAt: new Date() },
    });
    if (count === 0) throw new AppError("not_found", "Account not found");
    return readAccount(db, actor, input.id);
  });
}

/** Brings a deleted account back under its name. @throws AppError `already_exists` if the name was taken meanwhile. */
export async function restoreAccount(actor: TenantActor, input: { id: string }): Promise<Account> {
  return tenantWrite(
    actor,
    "accounts:write",
    "accounts.restore",
    async (db) => {
      const found = await db.account.findFirst({
        where: { id: input.id, deletedAt: { not: null } },
        select: { parent: { select: { deletedAt: true } } },
      });
      if (!found) throw new AppError("not_found", "Account not found");
      if (found.parent?.deletedAt) throw new AppError("conflict", "Restore the account above this one first");
      await db.account.updateMany({ where: { id: input.id }, data: { deletedAt: null } });
      return readAccount(db, actor, input.id);
    },
    { constraints },
  );
}

// The database would refuse these too, but with a policy's error that names no field.
async function checkParent(db: WriteClient, actor: TenantActor, parentId: string | null): Promise<void> {
  if (parentId === null) {
    if (actor.accountIds)
      throw fieldError("parent_id", "Choose the account above: you are restricted to chosen accounts");
    return;
  }
  const parent = await db.account.findFirst({ where: { id: parentId, deletedAt: null }, select: { id: true } });
  if (!parent) throw fieldError("parent_id", "The parent account does not exist");
}

type Place = Pick<UpdateAccountInput, "currency" | "payout_currency" | "country">;

/** Holds currencies and country against the tenant's settings; answers the account's currency. */
async function checkPlace(db: WriteClient, input: Place): Promise<string | undefined> {
  const settings = await settingsInForce(db);
  const currency = input.currency ?? settings.default_currency;
  requireCurrency(settings, "currency", currency);
  requireCurrency(settings, "payout_currency", input.payout_currency);
  requireCountry(settings, "country", input.country);
  return currency;
}

async function checkMove(db: WriteClient, actor: TenantActor, id: string, parentId: string | null): Promise<void> {
  const current = await db.account.findFirst({ where: { id }, select: { parentId: true } });
  if (!current) throw new AppError("not_found", "Account not found");
  if (current.parentId !== parentId) await checkParent(db, actor, parentId);
}

// zod has checked that it is a plain JSON object; Prisma's type wants every member spelled out.
function toJson(metadata: Record<string, unknown>) {
  return metadata as Record<string, never>;
}
