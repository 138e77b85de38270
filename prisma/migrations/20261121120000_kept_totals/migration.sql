-- Totals that are kept rather than counted. Each change of payments and refunds adds rows that say by how much a total
-- changes; a total is the sum of its rows. Nobody updates a row, so writers of one tenant never wait for each other, a
-- rollback takes its rows along, and any interleaving gives the same sums. app.compact_totals() puts rows together.

create table kept_totals (
  tenant_id uuid not null,
  resource text collate "C" not null check (resource in ('payment_intents', 'refunds')),
  day date not null,
  account_id uuid not null,
  currency text collate "C" not null,
  status text collate "C" not null,
  id uuid not null default gen_random_uuid(),
  is_loose boolean not null default true,
  count bigint not null,
  amount numeric not null,
  -- Sums are read from the key alone.
  primary key (tenant_id, resource, day, account_id, currency, status, id) include (count, amount)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
comment on table kept_totals is
  'Counts and sums of payments and refunds by account, day, currency and status; kept by triggers, the application only reads.';
comment on column kept_totals.day is 'In UTC: the day a payment was made, and the day a refund succeeded.';
comment on column kept_totals.status is 'Of the payment; refunds are here once they succeeded.';
comment on column kept_totals.is_loose is 'True for the change of one statement, until app.compact_totals() has put it together with its like.';
comment on column kept_totals.count is 'By how many: negative where a row left this total.';
comment on column kept_totals.amount is 'By how much, in minor units of currency.';
create index kept_totals_loose on kept_totals (tenant_id, id) where is_loose;
select app.enable_tenant_rls('kept_totals');
select app.enable_account_rls('kept_totals');
grant select on kept_totals to tenant_user;
select app.enable_definer_access('kept_totals', 'select, insert, delete');

-- ── When a refund succeeded ──────────────────────────────────────────────────────────────────────────────────────

alter table refunds add column succeeded_at timestamptz;
comment on column refunds.succeeded_at is 'When the money went back; null while it has not, or no longer. Kept by trigger.';

create function app.refund_succeeded_at() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.status <> 'SUCCEEDED' then
    new.succeeded_at := null;
  elsif tg_op = 'UPDATE' and old.status = 'SUCCEEDED' then
    new.succeeded_at := old.succeeded_at;
  else
    new.succeeded_at := new.updated_at;
  end if;
  return new;
end $$;
comment on function app.refund_succeeded_at() is 'Notes the moment of success, whatever a client sends. Runs after stamp_row.';
create trigger succeeded_at before insert or update on refunds for each row execute function app.refund_succeeded_at();

-- ── Keeping ──────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.keep_payment_totals() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, count, amount)
    select n.tenant_id, 'payment_intents', (n.created_at at time zone 'UTC')::date, n.account_id, n.currency, n.status, count(*), sum(n.amount)
    from new_rows n group by 1, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, count, amount)
    select o.tenant_id, 'payment_intents', (o.created_at at time zone 'UTC')::date, o.account_id, o.currency, o.status, -count(*), -sum(o.amount)
    from old_rows o group by 1, 3, 4, 5, 6;
  else
    -- What leaves one total and enters another; a change that concerns no total cancels itself out.
    insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, count, amount)
    select c.tenant_id, 'payment_intents', c.day, c.account_id, c.currency, c.status, sum(c.count), sum(c.amount)
    from (
      select n.tenant_id, (n.created_at at time zone 'UTC')::date as day, n.account_id, n.currency, n.status, 1 as count, n.amount from new_rows n
      union all
      select o.tenant_id, (o.created_at at time zone 'UTC')::date, o.account_id, o.currency, o.status, -1, -o.amount from old_rows o
    ) c
    group by c.tenant_id, c.day, c.account_id, c.currency, c.status having sum(c.count) <> 0 or sum(c.amount) <> 0;
  end if;
  return null;
end $$;
comment on function app.keep_payment_totals() is 'Adds to kept_totals what a statement changes in payment_intents.';
create trigger totals_insert after insert on payment_intents referencing new table as new_rows
  for each statement execute function app.keep_payment_totals();
create trigger totals_update after update on payment_intents referencing old table as old_rows new table as new_rows
  for each statement execute function app.keep_payment_totals();
create trigger totals_delete after delete on payment_intents referencing old table as old_rows
  for each statement execute function app.keep_payment_totals();

create function app.keep_refund_totals() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, count, amount)
    select n.tenant_id, 'refunds', (n.succeeded_at at time zone 'UTC')::date, n.account_id, n.currency, n.status, count(*), sum(n.amount)
    from new_rows n where n.succeeded_at is not null group by 1, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, count, amount)
    select o.tenant_id, 'refunds', (o.succeeded_at at time zone 'UTC')::date, o.account_id, o.currency, o.status, -count(*), -sum(o.amount)
    from old_rows o where o.succeeded_at is not null group by 1, 3, 4, 5, 6;
  end if;
  return null;
end $$;
comment on function app.keep_refund_totals() is 'Adds to kept_totals what a statement changes in the refunds that succeeded.';
create trigger totals_insert after insert on refunds referencing new table as new_rows
  for each statement execute function app.keep_refund_totals();
create trigger totals_update after update on refunds referencing old table as old_rows new table as new_rows
  for each statement execute function app.keep_refund_totals();
create trigger totals_delete after delete on refunds referencing old table as old_rows
  for each statement execute function app.keep_refund_totals();

-- ── Putting together, and setting right ──────────────────────────────────────────────────────────────────────────

create function app.compact_totals(max_rows int default 20000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  -- One at a time is enough; whoever comes second leaves it to the first.
  if not pg_try_advisory_xact_lock(7239016) then return 0; end if;
  with touched as (
    select distinct l.tenant_id, l.resource, l.day, l.account_id, l.currency, l.status
    from (select * from public.kept_totals k where k.is_loose limit max_rows) l
  ), taken as (
    delete from public.kept_totals k using touched t
    where k.tenant_id = t.tenant_id and k.resource = t.resource and k.day = t.day and k.account_id = t.account_id
      and k.currency = t.currency and k.status = t.status
    returning k.*
  ), put as (
    insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, is_loose, count, amount)
    select t.tenant_id, t.resource, t.day, t.account_id, t.currency, t.status, false, sum(t.count), sum(t.amount)
    from taken t group by 1, 2, 3, 4, 5, 6 having sum(t.count) <> 0 or sum(t.amount) <> 0
  )
  select count(*) into gone from taken;
  return gone;
end $$;
comment on function app.compact_totals(int) is
  'Puts loose rows of kept_totals together with their like; the sums stay what they are at every moment. Returns rows taken.';

create function app.correct_totals(only_tenant uuid default null) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  corrected int;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'correct_totals() must see what was committed before it' using errcode = '25001';
  end if;
  -- Two at once would correct the same error twice. Writers are not held up: their row and its total become visible
  -- together, so one snapshot of both is consistent.
  perform pg_advisory_xact_lock(7239016);
  insert into public.kept_totals (tenant_id, resource, day, account_id, currency, status, is_loose, count, amount)
  select c.tenant_id, c.resource, c.day, c.account_id, c.currency, c.status, bool_or(c.is_kept), sum(c.count), sum(c.amount)
  from (
    select p.tenant_id, 'payment_intents' as resource, (p.created_at at time zone 'UTC')::date as day, p.account_id, p.currency, p.status,
      count(*) as count, sum(p.amount) as amount, false as is_kept
    from public.payment_intents p where only_tenant is null or p.tenant_id = only_tenant group by 1, 3, 4, 5, 6
    union all
    select r.tenant_id, 'refunds', (r.succeeded_at at time zone 'UTC')::date, r.account_id, r.currency, r.status, count(*), sum(r.amount), false
    from public.refunds r where r.succeeded_at is not null and (only_tenant is null or r.tenant_id = only_tenant) group by 1, 3, 4, 5, 6
    union all
    select k.tenant_id, k.resource, k.day, k.account_id, k.currency, k.status, -k.count, -k.amount, true
    from public.kept_totals k where only_tenant is null or k.tenant_id = only_tenant
  ) c
  group by 1, 2, 3, 4, 5, 6 having sum(c.count) <> 0 or sum(c.amount) <> 0;
  get diagnostics corrected = row_count;
  return corrected;
end $$;
comment on function app.correct_totals(uuid) is
  'Adds what kept_totals lacks against the rows themselves, for one tenant or all; returns how many totals were wrong.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.keep_payment_totals()', 'app.keep_refund_totals()', 'app.compact_totals(int)',
    'app.correct_totals(uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.refund_succeeded_at() from public;
grant execute on function app.compact_totals(int), app.correct_totals(uuid) to current_user;

select app.correct_totals();
