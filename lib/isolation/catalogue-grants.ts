import type { Finding } from "./catalogue";
import { CALLABLE_DEFINERS, GRANT_LIMITS, OWNER_DEFINERS, PLATFORM_TABLES, UNREADABLE_COLUMNS } from "./rules";
import type { CatalogueFunction, CatalogueGrant, Snapshot } from "./snapshot";

const APPLICATION_ROLES = ["tenant_user", "platform_admin"];
const KNOWN_ROLES = [...APPLICATION_ROLES, "bulkhead_definer"];
const ROW_PRIVILEGES = ["SELECT", "INSERT", "UPDATE", "DELETE"];
const SAFE_SEARCH_PATH = "pg_catalog, pg_temp";

/** Grants on tables, columns, functions and schemas. */
export function checkGrants(snapshot: Snapshot): Finding[] {
  const partitions = new Set(snapshot.tables.filter(({ isPartition }) => isPartition).map(({ name }) => name));
  const found: Finding[] = [];
  for (const grant of snapshot.grants) {
    const problem = checkGrant(grant, partitions);
    if (problem) found.push({ object: grant.column ? `${grant.object}.${grant.column}` : grant.object, problem });
  }
  for (const column of UNREADABLE_COLUMNS) {
    const [table, name] = column.split(".");
    for (const { grantee } of snapshot.grants.filter(
      (grant) => grant.object === table && grant.privilege === "SELECT" && [null, name].includes(grant.column),
    )) {
      if (APPLICATION_ROLES.includes(grantee)) found.push({ object: column, problem: `can be read by ${grantee}` });
    }
  }
  for (const { what, role } of snapshot.stray) found.push({ object: what, problem: `is given to ${role}` });
  return [...found, ...snapshot.functions.flatMap(checkFunction)];
}

function checkGrant({ object, grantee, privilege, grantable }: CatalogueGrant, partitions: Set<string>): string | null {
  if (!KNOWN_ROLES.includes(grantee)) return `is granted to ${grantee} (${privilege})`;
  if (!ROW_PRIVILEGES.includes(privilege)) return `grants ${privilege} to ${grantee}`;
  if (grantable) return `lets ${grantee} grant ${privilege} to others`;
  if (!APPLICATION_ROLES.includes(grantee)) return null;
  if (object.startsWith("app.")) return `lets ${grantee} into the table of secrets`;
  if (partitions.has(object)) return `is granted to ${grantee}: partitions are reached through their table only`;
  if (grantee === "platform_admin" && !PLATFORM_TABLES.includes(object) && !GRANT_LIMITS[object])
    return "is granted to platform_admin, and is not one of the platform's tables";
  const limit = GRANT_LIMITS[object];
  return limit && !limit.includes(privilege) ? `grants ${privilege} to ${grantee}` : null;
}

function checkFunction(fn: CatalogueFunction): Finding[] {
  const object = `app.${fn.name}()`;
  const found: Finding[] = [];
  if (fn.executors.includes("PUBLIC")) found.push({ object, problem: "can be called by PUBLIC" });
  if (!fn.securityDefiner) return found;
  if (fn.searchPath !== SAFE_SEARCH_PATH)
    found.push({ object, problem: "is SECURITY DEFINER without a fixed search_path" });
  if (fn.owner !== "bulkhead_definer" && !OWNER_DEFINERS.includes(fn.name))
    found.push({ object, problem: `is SECURITY DEFINER and runs as ${fn.owner}` });
  for (const role of APPLICATION_ROLES) {
    if (fn.executors.includes(role) && !CALLABLE_DEFINERS[role]?.includes(fn.name))
      found.push({ object, problem: `is SECURITY DEFINER and can be called by ${role}` });
  }
  return found;
}

/** The application's roles own nothing, bypass nothing and belong to no other role (design rule D1). */
export function checkRoles({ roles, tables }: Snapshot): Finding[] {
  const found: Finding[] = [];
  for (const name of KNOWN_ROLES) {
    const role = roles.find((candidate) => candidate.name === name);
    if (!role) found.push({ object: name, problem: "does not exist" });
    if (role?.privileges.length) found.push({ object: name, problem: `is ${role.privileges.join(", ")}` });
    if (role?.memberOf.length) found.push({ object: name, problem: `is a member of ${role.memberOf.join(", ")}` });
    if (role?.owns.length) found.push({ object: name, problem: `owns ${role.owns.join(", ")}` });
  }
  const owners = new Set(tables.map(({ owner }) => owner));
  for (const owner of owners) {
    if (KNOWN_ROLES.includes(owner)) found.push({ object: owner, problem: "owns tables" });
  }
  return found;
}
