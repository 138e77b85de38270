import type { VersionedTable } from "./schema";

interface TableRules {
  /** Columns of the row as it is now, none of them secret. `null`: all but the hidden ones. */
  columns: readonly string[] | null;
  /** Columns that the log leaves out, and those whose changes alone it does not note: they cannot be told of the past. */
  untold: readonly string[];
  /** Names the account of a record. */
  accountColumn: string | null;
}

/** How the records of each table are rebuilt; the migrations' `app.enable_audit` says what the log leaves out. */
export const TABLE_RULES: Readonly<Record<VersionedTable, TableRules>> = {
  payment_intents: {
    columns: null,
    untold: ["amount", "currency", "customer_email_key", "reference_key", "payment_method", "check_at"],
    accountColumn: "account_id",
  },
  accounts: { columns: null, untold: [], accountColumn: "id" },
  refunds: { columns: null, untold: [], accountColumn: "account_id" },
  documents: { columns: null, untold: ["storage_key", "title_key"], accountColumn: "account_id" },
  memberships: { columns: null, untold: [], accountColumn: null },
  tenant_api_keys: {
    // The role that serves requests may not read the hash.
    columns: [
      ...["tenant_id", "id", "name", "prefix", "last_four", "permissions", "restricted_to_accounts", "expires_at"],
      ...["revoked_at", "revoked_by", "revocation_reason", "replaces_id", "created_by", "created_at", "updated_at"],
    ],
    untold: ["key_hash", "last_used_at"],
    accountColumn: null,
  },
  webhook_endpoints: {
    columns: null,
    untold: ["failing_since", "failures_in_a_row", "last_success_at"],
    accountColumn: "account_id",
  },
};
