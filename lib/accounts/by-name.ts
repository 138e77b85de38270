import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { sql, tenantRead } from "../tenant-db";
import { createAccount } from "./commands";
import type { CreateAccountInput } from "./schema";

/** Ids of the living accounts with these names, in any case; names without an account are absent. */
export async function findAccountIdsByName(actor: TenantActor, names: readonly string[]): Promise<Map<string, string>> {
  // The database compares, as its unique index does: its lower case is not JavaScript's.
  const rows = await tenantRead(actor, "accounts:read", (db) =>
    db.rows<{ name: string; id: string }>(
      sql`select w.name, a.id from unnest(${[...names]}::text[]) as w (name)
          join accounts a on a.tenant_id = ${actor.tenantId}::uuid and lower(a.name) = lower(w.name) and a.deleted_at is null`,
    ),
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Makes an account, or answers the id of the one that somebody else has made by this name meanwhile. */
export async function ensureAccount(actor: TenantActor, input: CreateAccountInput): Promise<string> {
  try {
    return (await createAccount(actor, input)).id;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "already_exists")) throw error;
    const id = (await findAccountIdsByName(actor, [input.name])).get(input.name);
    if (!id) throw error;
    return id;
  }
}
