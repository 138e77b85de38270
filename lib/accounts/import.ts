import type { z } from "zod";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { sql, tenantRead, tenantWrite } from "../tenant-db";
import { blankToNull, text } from "../validation";
import { insertAccount } from "./commands";
import { accountConstraints } from "./constraints";
import { createAccountInput } from "./schema";

/** What stands between the names in the way to an account, as pages write it. */
const PATH_SEPARATOR = /\s*›\s*|\s+[>/]\s+/;

/** An account in a file: by the same rules as a new one, but the account above is named instead of known by its id. */
export const importAccountInput = createAccountInput.omit({ parent_id: true }).extend({
  /** Name of the account above, or the way to it ("Iberia › Portugal"). */
  parent: blankToNull(text(2500)).default(null),
});
export type ImportAccountInput = z.output<typeof importAccountInput>;

/** One line of a file that has passed all checks. */
export interface AccountLine {
  /** 32 bytes that know the line again. */
  line_key: Uint8Array<ArrayBuffer>;
  input: ImportAccountInput;
  /** Null for an account at the top. */
  parent_id: string | null;
}

/** The name at the end of the way to an account: names are unique in a tenant, so it says which. */
export function nameOfPath(path: string): string {
  const parts = path.split(PATH_SEPARATOR).filter((part) => part !== "");
  return parts.at(-1) ?? path;
}

/**
 * Makes one account of a line, and marks the line as imported: both or neither.
 * @throws AppError as `createAccount` does; `already_exists` also if the line has been imported already
 */
export async function importAccount(
  actor: TenantActor,
  batch: { import_id: string; source: string },
  { line_key, input, parent_id }: AccountLine,
): Promise<string> {
  const { parent: _named, ...account } = input;
  return tenantWrite(
    actor,
    "accounts:write",
    "accounts.import",
    async (db) => {
      const id = await insertAccount(db, actor, { ...account, parent_id });
      await db.importLine.create({
        data: {
          tenantId: actor.tenantId,
          source: batch.source,
          lineKey: line_key,
          importId: batch.import_id,
          accountId: id,
        },
        select: { importId: true },
      });
      return id;
    },
    {
      constraints: {
        ...accountConstraints,
        import_lines_pkey: () => new AppError("already_exists", "The line has been imported already"),
      },
    },
  );
}

/** An account that an import has made, and why it cannot be taken back; null: nobody uses it. */
export interface MadeAccount {
  id: string;
  name: string;
  rests: "payments" | "accounts_below" | "documents" | "changed" | null;
}

/**
 * The living accounts among these, deepest first, with what keeps each. One that was written again behind `made_at` of its
 * line counts as changed; of those without a line that is not known.
 */
export async function findMadeAccounts(
  actor: TenantActor,
  importId: string,
  extraIds: readonly string[],
): Promise<MadeAccount[]> {
  return tenantRead(actor, "accounts:read", (db) =>
    db.rows<MadeAccount>(
      sql`select a.id, a.name, case
            when exists (select 1 from payment_intents p where p.tenant_id = a.tenant_id and p.account_id = a.id) then 'payments'
            when exists (select 1 from accounts c where c.tenant_id = a.tenant_id and c.parent_id = a.id and c.deleted_at is null) then 'accounts_below'
            when exists (select 1 from documents d where d.tenant_id = a.tenant_id and d.account_id = a.id and d.deleted_at is null) then 'documents'
            when l.created_at <> a.updated_at then 'changed' end as rests
          from accounts a
          left join import_lines l on l.tenant_id = a.tenant_id and l.account_id = a.id and l.payment_intent_id is null and l.import_id = ${importId}::uuid
          where a.tenant_id = ${actor.tenantId}::uuid and a.deleted_at is null and (l.import_id is not null or a.id = any (${[...extraIds]}::uuid[]))
          order by length(a.path) desc, a.name`,
    ),
  );
}
