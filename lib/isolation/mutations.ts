import type { CataloguePolicy, Snapshot } from "./snapshot";

/** One way to weaken the database, as the statement that does it. */
export interface Mutation {
  /** What it is done to, such as `accounts.tenant_select`. */
  object: string;
  /** What is done, such as `dropped`. */
  change: string;
  sql: string;
  /** Tables whose isolation it touches, for the probe. */
  tables: readonly string[];
  kind: "policy" | "trigger" | "function" | "grant" | "key";
}

/** Every policy, trigger, guard and key of the catalogue, each weakened in every way that we can think of. */
export function mutationsOf(snapshot: Snapshot): Mutation[] {
  return [
    ...snapshot.policies.flatMap(policyMutations),
    ...snapshot.tables.flatMap(({ name, rlsEnabled, rlsForced, columns }): Mutation[] => [
      ...(rlsEnabled
        ? [of("policy", name, "row-level security disabled", `alter table ${name} disable row level security`)]
        : []),
      ...(rlsForced
        ? [of("policy", name, "row-level security not forced", `alter table ${name} no force row level security`)]
        : []),
      ...(columns.includes("tenant_id") ? [openDoor(name)] : []),
      ...["truncate", "references", "trigger"].map((privilege) =>
        of("grant", name, `${privilege} granted`, `grant ${privilege} on ${name} to tenant_user`),
      ),
      of("grant", name, "opened to everybody", `grant select on ${name} to public`),
    ]),
    ...snapshot.triggers.flatMap(({ table, name, isClone }) => [
      ...(isClone ? [] : [of("trigger", `${table}.${name}`, "removed", `drop trigger ${name} on ${table}`, table)]),
      of("trigger", `${table}.${name}`, "disabled", `alter table ${table} disable trigger ${name}`, table),
    ]),
    ...snapshot.keys
      .filter(({ kind, columns }) => kind === "foreign" && columns.length > 1 && columns[0] === "tenant_id")
      .map(({ table, name, target, columns }) => {
        const rest = columns.slice(1).join(", ");
        return of("key", `${table}: ${name}`, "without the tenant", looseKey(table, name, target ?? "", rest), table);
      }),
    ...FUNCTION_MUTATIONS,
  ];
}

function of(kind: Mutation["kind"], object: string, change: string, sql: string, table = object): Mutation {
  return { kind, object, change, sql, tables: [table] };
}

function openDoor(table: string): Mutation {
  const sql = `create policy side_door on ${table} using (true) with check (true); comment on policy side_door on ${table} is 'x'`;
  return of("policy", table, "another policy that lets everything pass", sql);
}

function looseKey(table: string, name: string, target: string, columns: string): string {
  const parts = columns.split(", ");
  const last = parts.at(-1) ?? "";
  return `alter table ${table} drop constraint ${name}; alter table ${target} add constraint loose unique (id);
    alter table ${table} add constraint ${name} foreign key (${last}) references ${target} (id)`;
}

function policyMutations(policy: CataloguePolicy): Mutation[] {
  const { table, name, permissive, using, check, roles } = policy;
  const object = `${table}.${name}`;
  const policyOf = (change: string, sql: string) => of("policy", object, change, sql, table);
  const alter = (change: string, clause: string) => policyOf(change, `alter policy ${name} on ${table} ${clause}`);
  const mutations = [policyOf("dropped", `drop policy ${name} on ${table}`)];
  if (using && using !== "true") mutations.push(alter("USING true", "using (true)"));
  if (check && check !== "true") mutations.push(alter("WITH CHECK true", "with check (true)"));
  if (!roles.includes("PUBLIC")) mutations.push(alter("given to PUBLIC", "to public"));
  if (!roles.includes("tenant_user") && !roles.includes("bulkhead_definer"))
    mutations.push(alter("given to tenants", "to tenant_user"));
  if (using?.includes("tenant_id = app.tenant_id()")) {
    mutations.push(alter("tenant compared with itself", "using (tenant_id = tenant_id)"));
    mutations.push(alter("open without a context", "using (app.tenant_id() is null or tenant_id = app.tenant_id())"));
  }
  if (check?.includes("tenant_id = app.tenant_id()"))
    mutations.push(alter("writes compared with themselves", "with check (tenant_id = tenant_id)"));
  if (!permissive) mutations.push(policyOf("permissive", permissiveSql(policy)));
  return mutations;
}

function permissiveSql({ table, name, using, check }: CataloguePolicy): string {
  return `drop policy ${name} on ${table};
    create policy ${name} on ${table} for all to tenant_user using (${using}) with check (${check});
    comment on policy ${name} on ${table} is 'x'`;
}

const EVERY_ACCOUNT_TABLE = ["accounts", "payment_intents", "refunds", "documents", "metadata_entries", "import_lines"];

/** Guards inside functions, which the catalogue cannot read: only attempts notice these. */
const FUNCTION_MUTATIONS: Mutation[] = [
  {
    kind: "function",
    object: "app.sees_all_accounts()",
    change: "always true",
    sql: "create or replace function app.sees_all_accounts() returns boolean language sql stable as $$ select true $$",
    tables: EVERY_ACCOUNT_TABLE,
  },
  {
    kind: "function",
    object: "app.tenant_id()",
    change: "VOLATILE",
    sql: "alter function app.tenant_id() volatile",
    tables: [],
  },
  {
    kind: "function",
    object: "app.audit()",
    change: "without the seal",
    sql: withoutSeal(),
    tables: [
      "roles",
      "role_permissions",
      "membership_roles",
      "tenant_configs",
      "documents",
      "imports",
      "payment_intents",
    ],
  },
  {
    kind: "function",
    object: "app.enter_platform()",
    change: "context without a check",
    sql: "create or replace function app.platform_user_id() returns uuid language sql stable as $$ select gen_random_uuid() $$",
    tables: ["tenants", "users"],
  },
  {
    kind: "function",
    object: "app.api_key_in_scope()",
    change: "always true",
    sql: `create or replace function app.api_key_in_scope(tenant uuid, api_key uuid) returns boolean
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select true $$`,
    tables: ["tenant_api_keys"],
  },
  {
    kind: "function",
    object: "app.enter()",
    change: "can be called by everybody",
    sql: "grant execute on function app.enter(text, uuid, uuid, jsonb, uuid) to public",
    tables: [],
  },
  {
    kind: "function",
    object: "app.create_tenant()",
    change: "can be called by tenants",
    sql: "grant execute on function app.create_tenant(text, text, text, text, text, boolean) to tenant_user",
    tables: [],
  },
  {
    kind: "function",
    object: "app.seal()",
    change: "without a search_path",
    sql: "alter function app.seal() reset search_path",
    tables: [],
  },
  {
    kind: "grant",
    object: "app.secrets",
    change: "readable by tenants",
    sql: "grant select on app.secrets to tenant_user",
    tables: [],
  },
  {
    kind: "grant",
    object: "tenant_api_keys.key_hash",
    change: "readable by tenants",
    sql: "grant select (key_hash) on tenant_api_keys to tenant_user",
    tables: [],
  },
  {
    kind: "grant",
    object: "audit_logs",
    change: "writable by tenants",
    sql: "grant insert, update, delete on audit_logs to tenant_user",
    tables: [],
  },
];

/** The audit trigger as it is, but for the comparison of the seal. */
function withoutSeal(): string {
  return `do $do$
  begin
    execute replace(pg_get_functiondef('app.audit()'::regprocedure),
      'current_setting(''app.seal'', true) is distinct from app.seal()', 'false');
  end $do$`;
}
