import type { Finding } from "./catalogue";
import {
  NOT_SECRET,
  REFERENCE_TABLES,
  REQUIRED_TRIGGERS,
  SHARED_TABLES,
  TIME_IN_KEY,
  UNAUDITED_TABLES,
  UNLED_KEYS,
} from "./rules";
import type { CatalogueKey, CatalogueTable, Snapshot } from "./snapshot";

/** Tables, keys, indexes, triggers and views. */
export function checkTables(snapshot: Snapshot): Finding[] {
  const found: Finding[] = [];
  const tables = snapshot.tables.filter((table) => !isInnerTable(table));
  const tenantTables = new Set(tables.filter(isTenantTable).map(({ name }) => name));
  for (const table of snapshot.tables) {
    if (!table.comment) found.push({ object: table.name, problem: "has no comment" });
    if (isInnerTable(table) && holdsTenants(table)) found.push(...checkRowSecurity(table));
    found.push(...checkRequiredTriggers(table, snapshot));
  }
  for (const table of tables) {
    found.push(...checkRowSecurity(table), ...checkTriggers(table, snapshot));
    if (isTenantTable(table) && !hasTimeIndex(table, snapshot))
      found.push({ object: table.name, problem: "has no index that begins with tenant_id and time" });
  }
  for (const key of snapshot.keys) {
    const problem = checkKey(key, tenantTables);
    if (problem) found.push({ object: `${key.table}: ${key.name}`, problem });
  }
  for (const view of snapshot.views) {
    if (view.materialized)
      found.push({ object: view.name, problem: "is a materialised view: policies do not reach it" });
    else if (!view.invoker) found.push({ object: view.name, problem: "is a view without security_invoker" });
  }
  return found;
}

/** True if its rows belong to tenants, who reach them by policies. */
export function isTenantTable(table: CatalogueTable): boolean {
  return holdsTenants(table) && !isInnerTable(table);
}

/** True for the tables of the schema `app`, which only the SECURITY DEFINER functions reach. */
export function isInnerTable({ name }: CatalogueTable): boolean {
  return name.startsWith("app.");
}

/** True if rows say what tenant they are about. */
export function holdsTenants({ columns }: CatalogueTable): boolean {
  return columns.includes("tenant_id");
}

/** The table that a partition's rules come from. */
export function logicalName(table: CatalogueTable): string {
  return table.isPartition && table.name.startsWith("audit_logs_") ? "audit_logs" : table.name;
}

function checkRowSecurity(table: CatalogueTable): Finding[] {
  if (REFERENCE_TABLES.includes(table.name)) return [];
  const found: Finding[] = [];
  if (!table.rlsEnabled) found.push({ object: table.name, problem: "has row-level security switched off" });
  if (!table.rlsForced) found.push({ object: table.name, problem: "does not force row-level security on its owner" });
  return found;
}

function checkKey(key: CatalogueKey, tenantTables: Set<string>): string | null {
  if (UNLED_KEYS[key.name]) return null;
  const isOurs = tenantTables.has(key.table);
  const [first] = key.columns;
  if (key.kind === "unique") return isOurs && first !== "tenant_id" ? "is unique across tenants" : null;
  if (key.target && tenantTables.has(key.target))
    return isOurs && first === "tenant_id" && key.targetColumns?.[0] === "tenant_id"
      ? null
      : `refers to ${key.target} without its tenant`;
  return isOurs && !SHARED_TABLES.includes(key.target ?? "")
    ? `refers to ${key.target}, which is no shared table`
    : null;
}

function hasTimeIndex(table: CatalogueTable, { indexes }: Snapshot): boolean {
  const { columns } = table;
  if (!columns.includes("id") || !columns.includes("created_at") || TIME_IN_KEY[logicalName(table)]) return true;
  return indexes.some(
    (index) => index.table === table.name && index.columns[0] === "tenant_id" && index.columns[1] === "created_at",
  );
}

function checkRequiredTriggers(table: CatalogueTable, { triggers }: Snapshot): Finding[] {
  const own = triggers.filter((trigger) => trigger.table === table.name && trigger.enabled).map(({ name }) => name);
  // A partition has those of its table, and each of them can be disabled by itself.
  return (REQUIRED_TRIGGERS[logicalName(table)] ?? [])
    .filter((name) => !own.includes(name))
    .map((name) => ({ object: `${table.name}.${name}`, problem: "is missing or disabled" }));
}

function checkTriggers(table: CatalogueTable, { triggers }: Snapshot): Finding[] {
  if (table.isPartition) return [];
  const own = new Map(
    triggers.filter((trigger) => trigger.table === table.name).map((trigger) => [trigger.name, trigger]),
  );
  const found: Finding[] = [];
  const demand = (name: string, functionName: string, pattern: RegExp) => {
    const trigger = own.get(name);
    const isRight = trigger?.enabled && trigger.functionName === functionName && pattern.test(trigger.definition);
    if (!isRight) found.push({ object: `${table.name}.${name}`, problem: "is missing, disabled or of another form" });
  };
  if (REFERENCE_TABLES.includes(table.name)) return found;
  if (table.columns.includes("updated_at")) {
    if (!["sessions"].includes(table.name))
      demand("stamp_row", "app.stamp_row", /BEFORE INSERT OR UPDATE ON .* FOR EACH ROW EXECUTE/);
  }
  if (isTenantTable(table) && table.columns.includes("metadata")) {
    demand("metadata_insert", "app.index_metadata", /AFTER INSERT ON .* REFERENCING NEW TABLE/);
    demand("metadata_update", "app.index_metadata", /AFTER UPDATE ON .* REFERENCING OLD TABLE/);
  }
  if (UNAUDITED_TABLES[table.name]) return found;
  const each = "FOR EACH STATEMENT EXECUTE";
  demand("audit_insert", "app.audit", new RegExp(`AFTER INSERT ON .* REFERENCING NEW TABLE AS new_rows ${each}`));
  demand(
    "audit_update",
    "app.audit",
    new RegExp(`AFTER UPDATE ON .* REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows ${each}`),
  );
  demand("audit_delete", "app.audit", new RegExp(`AFTER DELETE ON .* REFERENCING OLD TABLE AS old_rows ${each}`));
  return [...found, ...checkHiddenColumns(table, own)];
}

/** Secrets must be named in the third argument of each audit trigger, or the log would keep them. */
function checkHiddenColumns(table: CatalogueTable, own: Map<string, { name: string; args: string[] }>): Finding[] {
  const secrets = table.columns.filter(
    (column) => /hash|secret|password|token|pepper/.test(column) && !NOT_SECRET.includes(`${table.name}.${column}`),
  );
  return ["audit_insert", "audit_update", "audit_delete"].flatMap((name) => {
    const hidden = own.get(name)?.args[2]?.split(",") ?? [];
    return secrets
      .filter((column) => !hidden.includes(column))
      .map((column) => ({
        object: `${table.name}.${name}`,
        problem: `writes the secret ${column} into the audit log`,
      }));
  });
}
