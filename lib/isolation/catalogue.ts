import { checkGrants, checkRoles } from "./catalogue-grants";
import { checkPolicies } from "./catalogue-policies";
import { checkTables } from "./catalogue-tables";
import { readSnapshot, type Snapshot } from "./snapshot";
import type { SqlClient } from "./sql-client";

/** One place where the schema is not what isolation demands. */
export interface Finding {
  /** What it is about, such as `accounts.tenant_select`. */
  object: string;
  /** A sentence: what is wrong. */
  problem: string;
}

/**
 * Asks PostgreSQL's catalogue whether every table, policy, key, trigger, grant, function and role is as `rules.ts`
 * demands; new tables are found by themselves. Any login may ask.
 * @returns what is wrong; nothing if all is well.
 */
export async function checkCatalogue(db: SqlClient): Promise<Finding[]> {
  return checkSnapshot(await readSnapshot(db));
}

/** The same for a catalogue that was read already. */
export function checkSnapshot(snapshot: Snapshot): Finding[] {
  return [...checkTables(snapshot), ...checkPolicies(snapshot), ...checkGrants(snapshot), ...checkRoles(snapshot)];
}
