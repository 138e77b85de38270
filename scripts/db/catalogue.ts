import type pg from "pg";

// Everything that a migration may leave behind in a database: one line per object, with its whole definition.
const OBJECTS = `
  select format('schema %s %s', nspname, nspacl) from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema'
  union all
  select format('extension %s', extname) from pg_extension
  union all
  select format('relation %s %s owner %s rls %s/%s acl %s comment %s', c.relkind, c.oid::regclass, c.relowner::regrole,
    c.relrowsecurity, c.relforcerowsecurity, (select array_agg(a order by a::text) from unnest(c.relacl) a),
    obj_description(c.oid, 'pg_class'))
  from pg_class c where c.relnamespace in (select oid from ours) and c.relname <> '_prisma_migrations'
    and c.relname <> '_prisma_migrations_pkey'
  union all
  select format('column %s.%s %s null %s default %s acl %s', c.oid::regclass, a.attname,
    format_type(a.atttypid, a.atttypmod), not a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
    (select array_agg(x order by x::text) from unnest(a.attacl) x))
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
    and not a.attisdropped and c.relname <> '_prisma_migrations'
  union all
  select format('index %s', pg_get_indexdef(i.indexrelid)) from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace in (select oid from ours) and c.relname <> '_prisma_migrations_pkey'
  union all
  select format('constraint %s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
  where connamespace in (select oid from ours) and conrelid::regclass::text <> '_prisma_migrations'
  union all
  select format('function %s owner %s acl %s: %s', p.oid::regprocedure, p.proowner::regrole,
    (select array_agg(a order by a::text) from unnest(p.proacl) a), pg_get_functiondef(p.oid))
  from pg_proc p where p.pronamespace in (select oid from ours) and p.prokind in ('f', 'p')
    and not exists (select 1 from pg_depend where objid = p.oid and deptype = 'e')
  union all
  select format('policy %s on %s %s %s %s: %s / %s', polname, polrelid::regclass, polcmd, polpermissive,
    (select array_agg(r::regrole::text order by 1) from unnest(polroles) r), pg_get_expr(polqual, polrelid),
    pg_get_expr(polwithcheck, polrelid)) from pg_policy
  union all
  select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
  union all
  select format('default acl %s %s %s', defaclobjtype, defaclnamespace::regnamespace, defaclacl) from pg_default_acl
  union all
  select format('type %s %s', oid::regtype, typtype) from pg_type
  where typnamespace in (select oid from ours) and typtype in ('e', 'd')`;

/** Describes all objects of the database in sorted lines: two databases with the same lines have the same schema. */
export async function describeCatalogue(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `with ours as (
       select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
     )
     select line from (${OBJECTS}) as objects(line) order by line collate "C"`,
  );
  return rows.map(({ line }) => line);
}
