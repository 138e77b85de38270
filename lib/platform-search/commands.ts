import type { PlatformAdminActor } from "../actor";
import { maskRecord } from "../personal-data";
import { platformWrite, sql } from "../tenant-db";
import { findAccounts, findApiKeys, findPaymentIntents, findRefunds, findTenants, findUsers } from "./queries";
import { MOST_FOUND, type PlatformSearch, type PlatformSearchInput } from "./schema";
import { readWords } from "./words";

/**
 * Looks for something across all tenants. It is a command, since the search itself goes into the audit log: no result is
 * shown without the row that says who looked for what. Customers' data is masked.
 */
export async function searchPlatform(admin: PlatformAdminActor, { q }: PlatformSearchInput): Promise<PlatformSearch> {
  const words = readWords(q);
  return platformWrite(admin, "search.run", async (db) => {
    // One after the other: a transaction has one connection.
    const found: PlatformSearch = {
      tenants: group(await findTenants(db, words)),
      users: group(await findUsers(db, words)),
      payment_intents: group(maskRecord(admin, await findPaymentIntents(db, words))),
      refunds: group(await findRefunds(db, words)),
      accounts: group(await findAccounts(db, words)),
      api_keys: group(await findApiKeys(db, words)),
    };
    const counts = Object.fromEntries(Object.entries(found).map(([kind, { items }]) => [kind, items.length]));
    await db.rows(sql`select app.note_search(${words.shown}, ${JSON.stringify(counts)}::jsonb)`, "note_search");
    return found;
  });
}

function group<T>(rows: T[]): { items: T[]; has_more: boolean } {
  return { items: rows.slice(0, MOST_FOUND), has_more: rows.length > MOST_FOUND };
}
