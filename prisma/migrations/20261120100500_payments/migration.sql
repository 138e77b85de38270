-- Payment intents, refunds, and the index over metadata. Amounts are integers in minor units of their currency.

create table payment_intents (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid not null,
  billing_amount bigint check (billing_amount between 0 and 999999999999999),
  billing_currency text references currencies (code),
  processing_amount bigint check (processing_amount between 0 and 999999999999999),
  processing_currency text references currencies (code),
  amount bigint not null generated always as (coalesce(billing_amount, processing_amount)) stored,
  currency text collate "C" not null generated always as (case when billing_amount is null then processing_currency else billing_currency end) stored,
  status text collate "C" not null default 'INITIALIZED',
  failure_reason text check (length(failure_reason) <= 500),
  customer_email text check (length(customer_email) <= 254),
  customer_email_key text collate "C" generated always as (lower(customer_email)) stored,
  customer_phone text check (customer_phone ~ '^\+[0-9]{4,15}$'),
  reference text check (length(reference) between 1 and 200),
  reference_key text collate "C" generated always as (lower(reference)) stored,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, account_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint payment_intents_status check (status in
    ('INITIALIZED', 'PROCESSING', 'PROCESSED', 'FAILED', 'CANCELED', 'PARTIALLY_REFUNDED', 'REFUNDED')),
  constraint payment_intents_billing_pair check ((billing_amount is null) = (billing_currency is null)),
  constraint payment_intents_processing_pair check ((processing_amount is null) = (processing_currency is null)),
  constraint payment_intents_some_amount check (billing_amount is not null or processing_amount is not null)
);
comment on table payment_intents is 'What a guest is to pay, from the first call to the last refund.';
comment on column payment_intents.billing_amount is 'What the guest is billed, in minor units of billing_currency.';
comment on column payment_intents.processing_amount is 'What the provider moves, in minor units of processing_currency.';
comment on column payment_intents.amount is 'The amount that lists show, filter and total: billing, else processing.';
comment on column payment_intents.customer_email_key is 'Lower case, C collation: equality and prefixes stay index conditions under row-level security.';
comment on column payment_intents.status is 'INITIALIZED → PROCESSING → PROCESSED | FAILED | CANCELED; PROCESSED → PARTIALLY_REFUNDED → REFUNDED.';

-- Lists run newest first by id, which is a time. Each filter has an index that ends with it.
create index payment_intents_status on payment_intents (tenant_id, status, id);
create index payment_intents_currency on payment_intents (tenant_id, currency, id);
create index payment_intents_email on payment_intents (tenant_id, customer_email_key, id) where customer_email_key is not null;
create index payment_intents_reference on payment_intents (tenant_id, reference_key, id) where reference_key is not null;
create index payment_intents_amount on payment_intents (tenant_id, amount, id);
create index payment_intents_created on payment_intents (tenant_id, created_at);

select app.enable_stamps('payment_intents');
select app.enable_audit('payment_intents', account_column => 'account_id',
  hidden => 'amount,currency,customer_email_key,reference_key');
select app.enable_tenant_rls('payment_intents');
select app.enable_account_rls('payment_intents');
grant select on payment_intents to tenant_user;
grant insert (tenant_id, id, account_id, billing_amount, billing_currency, processing_amount, processing_currency, status,
  failure_reason, customer_email, customer_phone, reference, metadata, created_at, updated_at) on payment_intents to tenant_user;
grant update (billing_amount, billing_currency, processing_amount, processing_currency, status, failure_reason,
  customer_email, customer_phone, reference, metadata) on payment_intents to tenant_user;
select app.enable_definer_access('payment_intents', 'select, update');
select app.enable_platform_access('payment_intents', 'select');

create function app.payment_intent_may_become(from_status text, to_status text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case from_status
    when 'INITIALIZED' then to_status in ('PROCESSING', 'FAILED', 'CANCELED')
    when 'PROCESSING' then to_status in ('PROCESSED', 'FAILED', 'CANCELED')
    when 'PROCESSED' then to_status in ('PARTIALLY_REFUNDED', 'REFUNDED')
    -- A refund that the provider takes back gives the payment its earlier state again.
    when 'PARTIALLY_REFUNDED' then to_status in ('PROCESSED', 'PARTIALLY_REFUNDED', 'REFUNDED')
    when 'REFUNDED' then to_status in ('PROCESSED', 'PARTIALLY_REFUNDED')
    else false
  end
$$;
comment on function app.payment_intent_may_become(text, text) is
  'The state machine of payment intents; lib/payment-intents/lifecycle.ts holds the same table.';
grant execute on function app.payment_intent_may_become(text, text) to tenant_user, platform_admin, bulkhead_definer;

create function app.payment_intent_status_changes() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not app.payment_intent_may_become(old.status, new.status) then
    raise exception 'a payment intent cannot go from % to %', old.status, new.status
      using errcode = '23514', constraint = 'payment_intents_status_transition';
  end if;
  return new;
end $$;
create trigger status_changes before update on payment_intents for each row
  when (old.status is distinct from new.status) execute function app.payment_intent_status_changes();

-- ── Refunds ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table refunds (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid not null,
  payment_intent_id uuid not null,
  amount bigint not null check (amount between 1 and 999999999999999),
  currency text collate "C" not null references currencies (code),
  status text collate "C" not null default 'PENDING' check (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'CANCELED')),
  pending_reason text,
  failure_reason text check (length(failure_reason) <= 500),
  reason text check (length(reason) <= 100),
  comment text check (length(comment) <= 2000),
  requested_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id, payment_intent_id) references payment_intents (tenant_id, account_id, id)
);
comment on table refunds is 'Money that goes back. Never more than was paid, whatever runs at the same time.';
comment on column refunds.amount is 'In minor units of the payment''s currency.';
create index refunds_payment_intent on refunds (tenant_id, payment_intent_id, id);
create index refunds_account on refunds (tenant_id, account_id, id);
create index refunds_status on refunds (tenant_id, status, id);
create index refunds_created on refunds (tenant_id, created_at);
select app.enable_stamps('refunds');
select app.enable_audit('refunds', account_column => 'account_id');
select app.enable_tenant_rls('refunds');
select app.enable_account_rls('refunds');
grant select, insert on refunds to tenant_user;
grant update (status, pending_reason, failure_reason, comment) on refunds to tenant_user;
select app.enable_definer_access('refunds', 'select');
select app.enable_platform_access('refunds', 'select');

create function app.refund_total() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  payment public.payment_intents;
  refunded bigint;
begin
  perform app.refuse_out_of_reach(new.tenant_id, new.account_id);
  -- The lock comes before the sum: without it parallel refunds each see room for themselves.
  select * into payment from public.payment_intents p
  where p.tenant_id = new.tenant_id and p.account_id = new.account_id and p.id = new.payment_intent_id for update;
  if not found then
    raise exception 'the payment does not exist' using errcode = '23503', constraint = 'refunds_payment_intent';
  end if;
  if new.currency <> payment.currency then
    raise exception 'a refund is in the currency of its payment' using errcode = '23514', constraint = 'refunds_currency';
  end if;
  if tg_op = 'INSERT' and payment.status not in ('PROCESSED', 'PARTIALLY_REFUNDED') then
    raise exception 'only a processed payment can be refunded' using errcode = '23514', constraint = 'refunds_payment_status';
  end if;
  select coalesce(sum(r.amount), 0) into refunded from public.refunds r
  where r.tenant_id = new.tenant_id and r.payment_intent_id = new.payment_intent_id
    and r.status in ('PENDING', 'SUCCEEDED') and r.id <> new.id;
  if new.status in ('PENDING', 'SUCCEEDED') and refunded + new.amount > payment.amount then
    raise exception 'refunds exceed what was paid' using errcode = '23514', constraint = 'refunds_within_payment';
  end if;
  return new;
end $$;
comment on function app.refund_total() is 'Locks the payment, then holds the sum of its living refunds within its amount.';
alter function app.refund_total() owner to bulkhead_definer;
create trigger refund_total before insert or update on refunds for each row execute function app.refund_total();

-- ── Metadata index ───────────────────────────────────────────────────────────────────────────────────────────────
-- jsonb's @> is not leakproof, so under row-level security it can use no index. Each scalar in a metadata object
-- becomes one row here: plain text equality serves key, value, nested value and array member, newest first.

create table metadata_entries (
  tenant_id uuid not null,
  resource text collate "C" not null check (resource in ('accounts', 'payment_intents', 'documents')),
  path text collate "C" not null,
  value text collate "C" not null,
  record_id uuid not null,
  account_id uuid,
  primary key (tenant_id, resource, path, value, record_id)
);
comment on table metadata_entries is 'Index over the metadata objects, kept by triggers; the application only reads it.';
comment on column metadata_entries.path is 'Keys joined by dots; array members end with [].';
comment on column metadata_entries.value is 'JSON text of a scalar, cut to 200 characters; empty: the row says that the key exists.';
create index metadata_entries_record on metadata_entries (tenant_id, resource, record_id);
select app.enable_tenant_rls('metadata_entries');
select app.enable_account_rls('metadata_entries');
grant select on metadata_entries to tenant_user;
select app.enable_definer_access('metadata_entries', 'select, insert, update, delete');

create function app.metadata_paths(metadata jsonb) returns table (path text, value text)
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  with recursive nodes (path, node, depth) as (
    select e.key, e.value, 1 from jsonb_each(metadata) e
    union all
    select c.path, c.node, n.depth + 1 from nodes n cross join lateral (
      select n.path || '.' || e.key, e.value
        from jsonb_each(case jsonb_typeof(n.node) when 'object' then n.node else '{}' end) e
      union all
      select n.path || '[]', a.value
        from jsonb_array_elements(case jsonb_typeof(n.node) when 'array' then n.node else '[]' end) a
    ) c (path, node) where n.depth < 8
  )
  select distinct left(n.path, 400), v.value from nodes n cross join lateral (
    select left(n.node::text, 200) where jsonb_typeof(n.node) not in ('object', 'array')
    union all select ''
  ) v (value)
$$;
comment on function app.metadata_paths(jsonb) is 'The entries of one metadata object: one per scalar, and one that each key exists.';

create function app.index_metadata() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into public.metadata_entries (tenant_id, resource, path, value, record_id, account_id)
    select n.tenant_id, tg_table_name, e.path, e.value, n.id, (to_jsonb(n) ->> tg_argv[0])::uuid
    from new_rows n cross join lateral app.metadata_paths(n.metadata) e where n.metadata <> '{}';
    return null;
  end if;
  -- Most updates change a status: they must not pay for the index.
  with changed as (
    select n.tenant_id, n.id, n.metadata, to_jsonb(n) ->> tg_argv[0] as account
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where n.metadata <> o.metadata or to_jsonb(n) ->> tg_argv[0] is distinct from to_jsonb(o) ->> tg_argv[0]
  ), wanted as (
    select c.tenant_id, c.id, e.path, e.value, c.account::uuid as account_id
    from changed c cross join lateral app.metadata_paths(c.metadata) e
  ), dropped as (
    delete from public.metadata_entries m using changed c
    where m.tenant_id = c.tenant_id and m.resource = tg_table_name and m.record_id = c.id
      and not exists (select 1 from wanted w where w.id = m.record_id and w.path = m.path and w.value = m.value)
  )
  insert into public.metadata_entries as m (tenant_id, resource, path, value, record_id, account_id)
  select w.tenant_id, tg_table_name, w.path, w.value, w.id, w.account_id from wanted w
  on conflict (tenant_id, resource, path, value, record_id) do update set account_id = excluded.account_id
    where m.account_id is distinct from excluded.account_id;
  return null;
end $$;
comment on function app.index_metadata() is 'Keeps metadata_entries in step with a table that has id and metadata.';
alter function app.index_metadata() owner to bulkhead_definer;
grant execute on function app.metadata_paths(jsonb) to bulkhead_definer;

create function app.enable_metadata(target regclass, account_column text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create trigger metadata_insert after insert on %s referencing new table as new_rows '
    'for each statement execute function app.index_metadata(%L)', target, account_column);
  execute format('create trigger metadata_update after update on %s referencing old table as old_rows new table as new_rows '
    'for each statement execute function app.index_metadata(%L)', target, account_column);
end $$;
comment on function app.enable_metadata(regclass, text) is 'Gives a table its metadata index.';
select app.enable_metadata('accounts', 'id');
select app.enable_metadata('payment_intents', 'account_id');

revoke execute on all functions in schema app from public;
