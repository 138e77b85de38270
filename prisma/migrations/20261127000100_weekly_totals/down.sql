select pg_advisory_xact_lock(7239016);
drop index kept_totals_loose;
create index kept_totals_loose on kept_totals (tenant_id, id) where is_loose;

-- A statement leaves twice as many rows as before.
create or replace function app.compact_totals(max_rows int default 40000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  -- One at a time is enough; whoever comes second leaves it to the first.
  if not pg_try_advisory_xact_lock(7239016) then return 0; end if;
  with touched as (
    select distinct l.tenant_id, l.resource, l.day, l.hour, l.account_id, l.currency, l.status
    from (select * from public.kept_totals k where k.is_loose limit max_rows) l
  ), taken as (
    delete from public.kept_totals k using touched t
    where k.tenant_id = t.tenant_id and k.resource = t.resource and k.day = t.day and k.hour = t.hour
      and k.account_id = t.account_id and k.currency = t.currency and k.status = t.status
    returning k.*
  ), put as (
    insert into public.kept_totals (tenant_id, resource, day, hour, account_id, currency, status, is_loose, count, amount)
    select t.tenant_id, t.resource, t.day, t.hour, t.account_id, t.currency, t.status, false, sum(t.count), sum(t.amount)
    from taken t group by 1, 2, 3, 4, 5, 6, 7 having sum(t.count) <> 0 or sum(t.amount) <> 0
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
  insert into public.kept_totals (tenant_id, resource, day, hour, account_id, currency, status, is_loose, count, amount)
  select c.tenant_id, c.resource, c.day, c.hour, c.account_id, c.currency, c.status, bool_or(c.is_kept), sum(c.count), sum(c.amount)
  from (
    select r.tenant_id,
      case r.resource when 'payment_intents' then case when grouping(r.hour) = 1 then 'payment_intents' else 'payment_hours' end
        else case when grouping(r.hour) = 1 then 'refunds' else 'refund_hours' end end as resource,
      r.day, coalesce(r.hour, 0) as hour, r.account_id, r.currency, r.status, count(*) as count, sum(r.amount) as amount, false as is_kept
    from (
      select p.tenant_id, 'payment_intents' as resource, t.at::date as day, extract(hour from t.at)::smallint as hour,
        p.account_id, p.currency, p.status, p.amount
      from public.payment_intents p cross join lateral (select p.created_at at time zone 'UTC' as at) t
      where only_tenant is null or p.tenant_id = only_tenant
      union all
      select f.tenant_id, 'refunds', t.at::date, extract(hour from t.at)::smallint, f.account_id, f.currency, f.status, f.amount
      from public.refunds f cross join lateral (select f.succeeded_at at time zone 'UTC' as at) t
      where f.succeeded_at is not null and (only_tenant is null or f.tenant_id = only_tenant)
    ) r
    group by r.tenant_id, r.resource, r.day, r.account_id, r.currency, r.status, rollup (r.hour)
    union all
    select k.tenant_id, k.resource, k.day, k.hour, k.account_id, k.currency, k.status, -k.count, -k.amount, true
    from public.kept_totals k where only_tenant is null or k.tenant_id = only_tenant
  ) c
  group by 1, 2, 3, 4, 5, 6, 7 having sum(c.count) <> 0 or sum(c.amount) <> 0;
  get diagnostics corrected = row_count;
  return corrected;
end $$;

-- The policies hold for an owner who is no superuser.
set local role bulkhead_definer;
delete from kept_totals where resource in ('payment_weeks', 'refund_weeks');
reset role;
alter table kept_totals drop constraint kept_totals_resource_check;
alter table kept_totals add constraint kept_totals_resource_check
  check (resource in ('payment_intents', 'refunds', 'payment_hours', 'refund_hours'));
comment on column kept_totals.resource is
  'payment_intents and refunds by the day; payment_hours and refund_hours hold the same once more, by the hour.';
