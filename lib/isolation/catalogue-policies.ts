import type { Finding } from "./catalogue";
import { holdsTenants, isInnerTable, isTenantTable, logicalName } from "./catalogue-tables";
import {
  ACCOUNT_CONDITIONS,
  DEFINER_POLICY,
  PLATFORM_POLICY,
  PLATFORM_TABLES,
  type PolicyRule,
  QUEUE_POLICY,
  QUEUE_TABLES,
  REFERENCE_TABLES,
  SINGLE_POLICIES,
  TENANT_POLICIES,
} from "./rules";
import type { CataloguePolicy, CatalogueTable, Snapshot } from "./snapshot";

interface ExpectedPolicy extends PolicyRule {
  permissive: boolean;
}

/** Every table has exactly the policies that the rules give it, word for word. */
export function checkPolicies(snapshot: Snapshot): Finding[] {
  const found: Finding[] = [];
  const ours = snapshot.tables.filter(({ name }) => !REFERENCE_TABLES.includes(name));
  const queue = new Map([["queue_access", { ...QUEUE_POLICY, permissive: true }]]);
  const expectations = [
    ...ours.map((table) => [table.name, expectedPolicies(table, snapshot)] as const),
    ...QUEUE_TABLES.map((name) => [name, queue] as const),
  ];
  for (const [table, expected] of expectations) {
    const actual = new Map(
      snapshot.policies.filter((policy) => policy.table === table).map((policy) => [policy.name, policy]),
    );
    for (const [name, rule] of expected) {
      const problem = compare(actual.get(name), rule);
      if (problem) found.push({ object: `${table}.${name}`, problem });
    }
    for (const name of actual.keys()) {
      if (!expected.has(name)) found.push({ object: `${table}.${name}`, problem: "is a policy that no rule knows" });
    }
  }
  for (const policy of snapshot.policies) {
    const object = `${policy.table}.${policy.name}`;
    if (!policy.comment) found.push({ object, problem: "has no comment" });
    for (const name of policy.volatileFunctions) found.push({ object, problem: `calls ${name}, which is VOLATILE` });
  }
  return found;
}

function expectedPolicies(table: CatalogueTable, { grants }: Snapshot): Map<string, ExpectedPolicy> {
  const expected = new Map<string, ExpectedPolicy>();
  const add = (name: string, rule: PolicyRule, permissive = true) => expected.set(name, { ...rule, permissive });
  if (isInnerTable(table)) {
    if (holdsTenants(table)) add("definer_access", DEFINER_POLICY);
    return expected;
  }
  const hasGrants = (role: string) => grants.some(({ object, grantee }) => object === table.name && grantee === role);
  if (isTenantTable(table)) {
    for (const [name, rule] of Object.entries(TENANT_POLICIES)) add(name, rule);
    const condition =
      ACCOUNT_CONDITIONS[table.name] ??
      (table.columns.includes("account_id") ? "(account_id = ANY (SELECT app.account_ids()))" : null);
    if (condition) {
      const scoped = `((SELECT app.sees_all_accounts()) OR ${condition})`;
      add("account_scope", { role: "tenant_user", command: "all", using: scoped, check: scoped }, false);
    }
  }
  if (hasGrants("bulkhead_definer") && logicalName(table) !== "audit_logs") add("definer_access", DEFINER_POLICY);
  if (PLATFORM_TABLES.includes(table.name)) add("platform_access", PLATFORM_POLICY);
  for (const [key, rule] of Object.entries(SINGLE_POLICIES)) {
    const [owner, name] = key.split(".");
    if (owner === table.name && name) add(name, rule);
  }
  return expected;
}

function compare(actual: CataloguePolicy | undefined, expected: ExpectedPolicy): string | null {
  if (!actual) return "is missing";
  if (actual.permissive !== expected.permissive) return `is ${actual.permissive ? "permissive" : "restrictive"}`;
  if (actual.command !== expected.command) return `is for ${actual.command}, not for ${expected.command}`;
  if (actual.roles.join() !== expected.role) return `is for the roles ${actual.roles.join(", ")}`;
  if (squeezed(actual.using) !== squeezed(expected.using)) return `lets rows be reached by ${actual.using}`;
  if (squeezed(actual.check) !== squeezed(expected.check)) return `lets rows be written by ${actual.check}`;
  return null;
}

/** PostgreSQL prints sub-selects with a name for their column and with brackets of its own. */
function squeezed(expression: string | null): string | null {
  return (
    expression?.replaceAll(/ AS \w+|::uuid\[\]|\s+/g, "").replaceAll(/\(\((SELECTapp\.\w+\(\))\)\)/g, "($1)") ?? null
  );
}
