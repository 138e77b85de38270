import type { SqlClient } from "./sql-client";

/** What PostgreSQL's own catalogue says about everything that isolation rests on. */
export interface Snapshot {
  tables: CatalogueTable[];
  policies: CataloguePolicy[];
  keys: CatalogueKey[];
  indexes: { table: string; columns: string[] }[];
  triggers: CatalogueTrigger[];
  grants: CatalogueGrant[];
  functions: CatalogueFunction[];
  roles: CatalogueRole[];
  views: { name: string; materialized: boolean; invoker: boolean }[];
  /** Roles that may create objects in a schema, and roles with default privileges: PUBLIC and our own ones only. */
  stray: { what: string; role: string }[];
}

export interface CatalogueTable {
  name: string;
  isPartition: boolean;
  rlsEnabled: boolean;
  rlsForced: boolean;
  owner: string;
  comment: string | null;
  columns: string[];
}

export interface CataloguePolicy {
  table: string;
  name: string;
  permissive: boolean;
  command: string;
  roles: string[];
  using: string | null;
  check: string | null;
  comment: string | null;
  volatileFunctions: string[];
}

export interface CatalogueKey {
  table: string;
  name: string;
  kind: "unique" | "foreign";
  columns: string[];
  target: string | null;
  targetColumns: string[] | null;
}

export interface CatalogueTrigger {
  table: string;
  name: string;
  enabled: boolean;
  /** Of a partition, made and dropped with that of the table itself. */
  isClone: boolean;
  functionName: string;
  definition: string;
  /** Comma-free arguments as the trigger's function gets them. */
  args: string[];
}

export interface CatalogueGrant {
  object: string;
  /** Null for the whole table. */
  column: string | null;
  grantee: string;
  privilege: string;
  grantable: boolean;
}

export interface CatalogueFunction {
  name: string;
  owner: string;
  securityDefiner: boolean;
  searchPath: string | null;
  executors: string[];
}

export interface CatalogueRole {
  name: string;
  privileges: string[];
  memberOf: string[];
  owns: string[];
}

const OURS = "('public', 'app')";
const NAME = "case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname";
const ROLE_NAME = "case when a.grantee = 0 then 'PUBLIC' else a.grantee::regrole::text end";

/** Where a part about single tables can be narrowed to some of them. */
const ONLY = "/* only */";

// Each answers one JSON array, so that the whole snapshot is one statement and one moment.
const PARTS: Record<keyof Snapshot, string> = {
  tables: `
    select ${NAME} as name, c.relispartition as "isPartition", c.relrowsecurity as "rlsEnabled",
      c.relforcerowsecurity as "rlsForced", c.relowner::regrole::text as owner,
      obj_description(c.oid, 'pg_class') as comment,
      (select array_agg(attname::text order by attnum) from pg_attribute
       where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${OURS} and c.relkind in ('r', 'p', 'f') and c.relname <> '_prisma_migrations' ${ONLY} order by 1`,
  policies: `
    select ${NAME} as table, p.polname as name, p.polpermissive as permissive,
      case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end as command,
      array(select case when r = 0 then 'PUBLIC' else r::regrole::text end from unnest(p.polroles) r order by 1) as roles,
      pg_get_expr(p.polqual, p.polrelid) as using,
      pg_get_expr(p.polwithcheck, p.polrelid) as check,
      obj_description(p.oid, 'pg_policy') as comment,
      array(select f.oid::regproc::text from pg_depend d join pg_proc f on f.oid = d.refobjid
        where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
          and f.provolatile = 'v') as "volatileFunctions"
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where true ${ONLY} order by 1, 2`,
  keys: `
    select ${NAME} as table, i.indexrelid::regclass::text as name, 'unique' as kind,
      array(select pg_get_indexdef(i.indexrelid, k, true) from generate_series(1, i.indnkeyatts) k) as columns,
      null as target, null::text[] as "targetColumns"
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique and n.nspname in ${OURS} and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
    union all
    select ${NAME}, o.conname, 'foreign',
      array(select attname::text from unnest(o.conkey) with ordinality k (num, pos)
        join pg_attribute on attrelid = o.conrelid and attnum = num order by pos),
      o.confrelid::regclass::text,
      array(select attname::text from unnest(o.confkey) with ordinality k (num, pos)
        join pg_attribute on attrelid = o.confrelid and attnum = num order by pos)
    from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
    where o.contype = 'f' and n.nspname in ${OURS}`,
  indexes: `
    select ${NAME} as table,
      array(select pg_get_indexdef(i.indexrelid, k, true) from generate_series(1, i.indnkeyatts) k) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${OURS} and c.relkind in ('r', 'p') and i.indisvalid`,
  triggers: `
    select ${NAME} as table, t.tgname as name, t.tgenabled in ('O', 'A') as enabled, t.tgparentid <> 0 as "isClone", t.tgfoid::regproc::text as "functionName",
      pg_get_triggerdef(t.oid) as definition,
      array(select a from regexp_split_to_table(encode(t.tgargs, 'escape'), '\\\\000') with ordinality x (a, pos)
        where pos <= t.tgnargs order by pos) as args
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname in ${OURS} ${ONLY}`,
  grants: `
    select ${NAME} as object, null as column, ${ROLE_NAME} as grantee, a.privilege_type as privilege, a.is_grantable as grantable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a
    where n.nspname in ${OURS} and a.grantee <> c.relowner
    union all
    select ${NAME}, t.attname, ${ROLE_NAME}, a.privilege_type, a.is_grantable
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
    cross join lateral aclexplode(t.attacl) a
    where n.nspname in ${OURS} and a.grantee <> c.relowner and not t.attisdropped`,
  functions: `
    select p.proname as name, p.proowner::regrole::text as owner, p.prosecdef as "securityDefiner",
      (select substr(s, 13) from unnest(p.proconfig) s where s like 'search_path=%') as "searchPath",
      array(select distinct ${ROLE_NAME} from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee <> p.proowner) as executors
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ${OURS} and not exists (select 1 from pg_depend d
      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`,
  roles: `
    select r.rolname as name,
      array_remove(array[case when r.rolsuper then 'superuser' end, case when r.rolbypassrls then 'bypassrls' end,
        case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end,
        case when r.rolreplication then 'replication' end,
        case when r.rolcanlogin and r.rolname = 'bulkhead_definer' then 'login' end], null) as privileges,
      array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as "memberOf",
      array(select c.oid::regclass::text from pg_class c where c.relowner = r.oid and c.relkind <> 't'
        union all select nspname::text from pg_namespace where nspowner = r.oid
        union all select p.oid::regprocedure::text from pg_proc p where p.proowner = r.oid and r.rolname <> 'bulkhead_definer') as owns
    from pg_roles r where r.rolname in ('tenant_user', 'platform_admin', 'bulkhead_definer') order by 1`,
  views: `
    select ${NAME} as name, c.relkind = 'm' as materialized,
      coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) as invoker
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${OURS} and c.relkind in ('v', 'm')`,
  stray: `
    select 'CREATE on schema ' || n.nspname as what, ${ROLE_NAME} as role
    from pg_namespace n cross join lateral aclexplode(n.nspacl) a
    where n.nspname in ${OURS} and a.privilege_type = 'CREATE'
      and (a.grantee = 0 or a.grantee::regrole::text in ('tenant_user', 'platform_admin'))
    union all
    select 'default privileges', ${ROLE_NAME} from pg_default_acl d cross join lateral aclexplode(d.defaclacl) a
    where a.grantee = 0 or a.grantee::regrole::text in ('tenant_user', 'platform_admin')`,
};

const ALL_PARTS = Object.keys(PARTS) as (keyof Snapshot)[];

/** Reads the catalogue, all of it in one statement. Any login may. */
export async function readSnapshot(db: SqlClient): Promise<Snapshot> {
  const { rows } = await db.query<Snapshot>(selectParts(ALL_PARTS));
  const [snapshot] = rows;
  if (!snapshot) throw new Error("The catalogue answered nothing");
  return snapshot;
}

/** Parts whose entries are about one table each, and the field that names it. */
const TABLE_FIELDS = { tables: "name", policies: "table", triggers: "table" } as const;
type TablePart = keyof typeof TABLE_FIELDS;

/** The snapshot with some of its parts read again, for a change that can touch no other part. */
export async function refreshSnapshot(db: SqlClient, former: Snapshot, parts: (keyof Snapshot)[]): Promise<Snapshot> {
  const { rows } = await db.query<Partial<Snapshot>>(selectParts(parts));
  return { ...former, ...rows[0] };
}

/** The same for a change that touches these tables only: reading the rest again would take most of the time. */
export async function refreshTables(
  db: SqlClient,
  former: Snapshot,
  parts: readonly TablePart[],
  tables: readonly string[],
): Promise<Snapshot> {
  const only = "and c.oid = any ($1::text[]::regclass[])";
  const { rows } = await db.query<Partial<Snapshot>>(selectParts(parts).replaceAll(ONLY, only), [tables]);
  const merged = parts.map((part) => {
    const nameOf = (entry: object) => Reflect.get(entry, TABLE_FIELDS[part]);
    const untouched = former[part].filter((entry) => !tables.includes(nameOf(entry)));
    return [part, [...untouched, ...(rows[0]?.[part] ?? [])]] as const;
  });
  return { ...former, ...Object.fromEntries(merged) };
}

function selectParts(parts: readonly (keyof Snapshot)[]): string {
  const columns = parts.map(
    (name) => `(select coalesce(jsonb_agg(to_jsonb(p)), '[]') from (${PARTS[name]}) p) as "${name}"`,
  );
  return `select ${columns.join(", ")}`;
}
