import pg from "pg";

const TENANTS = 50;
const BIG_TENANT_ROWS = 1_000_000;
const SMALL_TENANT_ROWS = 20_408;
const ACCOUNTS_PER_TENANT = 20;

/** Slugs of the tenant of a million and of one of the small ones. */
export const BIG_TENANT = "bench-1";
export const SMALL_TENANT = "bench-2";

// Triggers are off while this runs (the data are the point, not how they came in); what they would keep is made here.
export const FILL_STATEMENTS = [
  "set session_replication_role = replica",
  "set synchronous_commit = off",
  `insert into tenants (slug, name) select 'bench-' || n, 'Bench ' || n from generate_series(1, ${TENANTS}) n`,
  `insert into roles (tenant_id, key, name, grants_all) select id, 'owner', 'Company Access', true from tenants`,
  `insert into accounts (tenant_id, name, currency) select t.id, 'Region', 'EUR' from tenants t`,
  `update accounts set path = id || '/'`,
  `insert into accounts (tenant_id, parent_id, name, currency)
   select a.tenant_id, a.id, 'Hotel ' || n, 'EUR' from accounts a, generate_series(1, ${ACCOUNTS_PER_TENANT}) n`,
  `update accounts a set path = p.path || a.id || '/' from accounts p where p.tenant_id = a.tenant_id and p.id = a.parent_id`,
  `create temp table hotels as select tenant_id, id, row_number() over (partition by tenant_id order by id) - 1 as place
   from accounts where parent_id is not null`,
  "create index on hotels (tenant_id, place)",
  "analyze hotels",
  `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, customer_email,
     reference, metadata, created_at, updated_at)
   select t.id, app.uuid_v7(at), h.id, 100 + (n::bigint * 7919) % 500000, case when n % 10 = 0 then 'USD' else 'EUR' end,
     case when n % 100 < 80 then 'PROCESSED' when n % 100 < 90 then 'FAILED' when n % 100 < 97 then 'CANCELED'
          when n % 100 < 99 then 'INITIALIZED' else 'PROCESSING' end,
     'guest' || n % 400000 || '@example.com', 'BKG-' || n,
     case when n % 4 = 0 then jsonb_build_object('channel', (array['web', 'desk'])[1 + n / 4 % 2], 'agent', n / 4 % 5000)
          else '{}' end, at, at
   from (select id, case slug when '${BIG_TENANT}' then ${BIG_TENANT_ROWS} else ${SMALL_TENANT_ROWS} end as size from tenants) t
   cross join lateral generate_series(1, t.size) n
   cross join lateral (select now() - interval '2 years' * (1 - n::float8 / t.size) as at) x
   join hotels h on h.tenant_id = t.id and h.place = n % ${ACCOUNTS_PER_TENANT}`,
  `insert into metadata_entries (tenant_id, resource, path, value, record_id, account_id)
   select p.tenant_id, 'payment_intents', e.path, e.value, p.id, p.account_id
   from payment_intents p cross join lateral (values ('channel', (p.metadata -> 'channel')::text), ('channel', ''),
     ('agent', (p.metadata -> 'agent')::text), ('agent', '')) e (path, value) where p.metadata <> '{}'`,
  "select app.correct_totals()",
];

/** Fills an empty, migrated database; takes some minutes. */
export async function fill(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const statement of FILL_STATEMENTS) await owner.query(statement);
    const { rows } = await owner.query<{ count: string }>("select count(*) from payment_intents");
    return `${rows[0]?.count} rows`;
  } finally {
    await owner.end();
  }
}
