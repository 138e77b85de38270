drop index refunds_succeeded;
delete from kept_totals where resource in ('payment_hours', 'refund_hours');
create or replace function app.keep_payment_totals() returns trigger
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

create or replace function app.keep_refund_totals() returns trigger
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

create or replace function app.compact_totals(max_rows int default 20000) returns int
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

create or replace function app.correct_totals(only_tenant uuid default null) returns int
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

alter table kept_totals drop constraint kept_totals_pkey;
alter table kept_totals drop column hour;
alter table kept_totals add constraint kept_totals_pkey
  primary key (tenant_id, resource, day, account_id, currency, status, id) include (count, amount);
alter table kept_totals drop constraint kept_totals_resource_check;
alter table kept_totals add constraint kept_totals_resource_check check (resource in ('payment_intents', 'refunds'));
comment on column kept_totals.resource is null;
