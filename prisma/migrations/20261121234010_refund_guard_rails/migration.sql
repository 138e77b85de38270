-- Guard rails of refunds: a stop switch, limits of amount, and a second person above a threshold.
--
-- What may happen is decided here, in one function, under locks that order refunds against each other and against changes
-- of the settings. The application asks it first, to say no with reasons; the trigger asks it again, so that no statement
-- of the application's role goes past it. Amounts of different currencies are never added or compared.

-- ── The stop switch ──────────────────────────────────────────────────────────────────────────────────────────────

create table refund_stops (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  reason text not null check (length(btrim(reason)) between 1 and 500),
  stopped_by uuid default app.user_id(),
  stopped_by_key uuid default (app.context() ->> 'api_key_id')::uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint refund_stops_lifted_by_person check ((lifted_at is null) = (lifted_by is null))
);
comment on table refund_stops is 'When a tenant''s refunds were stopped, why and by whom. One that is not lifted is in force.';
comment on column refund_stops.stopped_by is 'The person who stopped them, by the context of the transaction; null for keys and background work.';
comment on column refund_stops.lifted_by is 'Only a person lifts a stop.';
create unique index refund_stops_in_force on refund_stops (tenant_id) where lifted_at is null;
create index refund_stops_created on refund_stops (tenant_id, created_at);
select app.enable_stamps('refund_stops');
select app.enable_audit('refund_stops');
select app.enable_tenant_rls('refund_stops');
grant select, insert (tenant_id, reason), update (lifted_at) on refund_stops to tenant_user;
select app.enable_definer_access('refund_stops', 'select');

create function app.refund_stop_changes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.refuse_out_of_reach(new.tenant_id, null);
  if session_user = 'tenant_user' and not app.sees_all_accounts() then
    raise exception 'refunds are stopped for the whole tenant' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' then
    -- Waits for refunds that are just being made, and those that come wait for this.
    perform 1 from public.tenant_configs c where c.tenant_id = new.tenant_id for update;
    return new;
  end if;
  if old.lifted_at is not null then
    raise exception 'this stop is lifted already' using errcode = '23514', constraint = 'refund_stops_lifted_once';
  end if;
  new.lifted_at := case when new.lifted_at is not null then now() end;
  new.lifted_by := case when new.lifted_at is not null then app.user_id() end;
  return new;
end $$;
comment on function app.refund_stop_changes() is 'Orders a stop against refunds under way, and writes who lifted it and when.';
alter function app.refund_stop_changes() owner to bulkhead_definer;
create trigger refund_stop_changes before insert or update on refund_stops for each row execute function app.refund_stop_changes();
-- Locking a row takes the privilege to change it.
grant update on tenant_configs to bulkhead_definer;

-- ── The second person ────────────────────────────────────────────────────────────────────────────────────────────

alter table refunds
  add column approval_status text collate "C"
    check (approval_status in ('pending', 'approved', 'rejected', 'expired', 'withdrawn')),
  add column approval_expires_at timestamptz,
  add column answerable_user_id uuid,
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column decision_comment text check (length(decision_comment) <= 2000),
  drop constraint refunds_pending_reason,
  add constraint refunds_pending_reason check (pending_reason in ('awaiting_approval', 'queued', 'awaiting_provider')),
  add constraint refunds_waits_for_approval
    check ((approval_status is not distinct from 'pending') = (pending_reason is not distinct from 'awaiting_approval')),
  add constraint refunds_moves_when_approved
    check (approval_status is null or approval_status = 'approved'
      or (submitted_at is null and status = case approval_status when 'pending' then 'PENDING' else 'CANCELED' end)),
  add constraint refunds_decided_by_person
    check ((approval_status in ('approved', 'rejected')) is not true or (decided_by is not null and decided_at is not null)),
  -- The four-eyes rule: neither who asked, nor who made the key that asked.
  add constraint refunds_decided_by_another
    check (decided_by is null or (decided_by is distinct from requested_by and decided_by is distinct from answerable_user_id));
comment on column refunds.pending_reason is
  'Why it is pending: awaiting_approval (a second person), queued (not yet sent) or awaiting_provider (sent, no answer yet).';
comment on column refunds.approval_status is 'Null: no second person was needed. Decided by the database when the refund is made.';
comment on column refunds.approval_expires_at is 'When a refund that nobody has decided on is called off.';
comment on column refunds.answerable_user_id is 'The person behind the request: who asked, or who made the key that asked. Never decides on it.';
comment on column refunds.decided_by is 'The person who approved or rejected it, by the context of the transaction.';
create index refunds_approval on refunds (tenant_id, approval_status, id) where approval_status is not null;
create index refunds_asked_by on refunds (tenant_id, requested_by, created_at) where requested_by is not null;
create index refunds_asked_by_key on refunds (tenant_id, requested_by_key, created_at) where requested_by_key is not null;
grant update (approval_status, decision_comment) on refunds to tenant_user;

drop trigger webhook_insert on refunds;
drop trigger webhook_update on refunds;
select app.enable_webhooks('refunds', 'refund', 'account_id', 'reason,comment,approval_status');

-- ── The verdict ──────────────────────────────────────────────────────────────────────────────────────────────────

create function app.refund_verdict(tenant uuid, person uuid, api_key uuid, refund_currency text, wanted bigint) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  settings jsonb;
  stop record;
  limits jsonb;
  one_limit bigint;
  day_limit bigint;
  tenant_limit bigint;
  threshold bigint;
  day_start timestamptz;
  spent bigint;
begin
  -- Shared, so that refunds do not wait for each other here, but a change of the settings and a stop do: what they
  -- return is in force for every refund that commits after them.
  perform 1 from public.tenant_configs c where c.tenant_id = tenant for share;
  settings := coalesce(app.settings_of(tenant), '{}');

  select s.reason, s.created_at into stop from public.refund_stops s where s.tenant_id = tenant and s.lifted_at is null;
  if found then
    return jsonb_build_object('refusal', 'stopped', 'reason', stop.reason, 'since', stop.created_at);
  end if;

  -- The limits of each role that lets the person refund. The most generous role counts; one without limits lifts them.
  if person is not null then
    select jsonb_agg(l.value) filter (where l.value is not null) into limits
    from (
      select r.id, r.key, not exists (
        select 1 from jsonb_array_elements(coalesce(settings -> 'refund_role_limits', '[]')) e
        where e ->> 'role' in (r.key, r.id::text)) as is_free
      from public.memberships m
      join public.membership_roles mr on mr.tenant_id = m.tenant_id and mr.membership_id = m.id
      join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
      where m.tenant_id = tenant and m.user_id = person and m.deleted_at is null and m.status = 'active'
        and (r.grants_all or exists (select 1 from public.role_permissions rp
          where rp.tenant_id = r.tenant_id and rp.role_id = r.id and rp.permission = 'refunds:create'))
    ) held
    left join lateral jsonb_array_elements(coalesce(settings -> 'refund_role_limits', '[]')) l
      on l.value ->> 'role' in (held.key, held.id::text)
    having not bool_or(held.is_free);
  elsif api_key is not null then
    select jsonb_agg(l.value) into limits from jsonb_array_elements(coalesce(settings -> 'refund_role_limits', '[]')) l
    where l.value ->> 'role' = 'api_key';
  end if;

  if limits is not null then
    -- A currency that no limit names is none that such a role may refund in: an amount in it compares with nothing.
    if not exists (select 1 from jsonb_array_elements(limits) l where l ->> 'currency' = refund_currency) then
      return jsonb_build_object('refusal', 'currency');
    end if;
    select case when bool_or(l -> 'one_refund' = 'null') then null else max((l ->> 'one_refund')::bigint) end,
           case when bool_or(l -> 'per_day' = 'null') then null else max((l ->> 'per_day')::bigint) end
    into one_limit, day_limit from jsonb_array_elements(limits) l where l ->> 'currency' = refund_currency;
    if wanted > one_limit then
      return jsonb_build_object('refusal', 'one_refund', 'limit', one_limit);
    end if;
  end if;
  select (l ->> 'amount')::bigint into tenant_limit
  from jsonb_array_elements(coalesce(settings -> 'refund_daily_limits', '[]')) l where l ->> 'currency' = refund_currency;

  if day_limit is not null or tenant_limit is not null then
    day_start := date_trunc('day', now(), coalesce(settings ->> 'time_zone', 'UTC'));
    -- One after the other from here on: what others have just taken must be seen. The tenant's lock comes first, for all.
    if tenant_limit is not null then
      perform pg_advisory_xact_lock(7239018, hashtext(tenant::text));
      select coalesce(sum(r.amount), 0) into spent from public.refunds r
      where r.tenant_id = tenant and r.created_at >= day_start and r.currency = refund_currency and r.status in ('PENDING', 'SUCCEEDED');
      if spent + wanted > tenant_limit then
        -- What others refunded is no business of who sees chosen accounts only.
        return jsonb_build_object('refusal', 'tenant_day', 'limit', tenant_limit)
          || case when app.sees_all_accounts() then jsonb_build_object('left', greatest(tenant_limit - spent, 0)) else '{}' end;
      end if;
    end if;
    if day_limit is not null then
      perform pg_advisory_xact_lock(7239019, hashtext(tenant::text || coalesce(person, api_key)::text));
      select coalesce(sum(r.amount), 0) into spent from public.refunds r
      where r.tenant_id = tenant and r.created_at >= day_start and r.currency = refund_currency and r.status in ('PENDING', 'SUCCEEDED')
        and ((person is not null and r.requested_by = person) or (person is null and r.requested_by_key = api_key));
      if spent + wanted > day_limit then
        return jsonb_build_object('refusal', 'per_day', 'limit', day_limit, 'left', greatest(day_limit - spent, 0));
      end if;
    end if;
  end if;

  if settings -> 'refund_approval_thresholds' is null then return jsonb_build_object('needs_approval', false); end if;
  -- A currency that no threshold names needs a second person whatever the amount.
  select (l ->> 'amount')::bigint into threshold
  from jsonb_array_elements(settings -> 'refund_approval_thresholds') l where l ->> 'currency' = refund_currency;
  return jsonb_build_object('needs_approval', wanted > coalesce(threshold, 0),
    'approval_days', coalesce((settings ->> 'refund_approval_days')::int, 7));
end $$;
comment on function app.refund_verdict(uuid, uuid, uuid, text, bigint) is
  'Whether somebody may refund so much now, why not, and whether a second person must agree. Amounts in minor units. Holds '
  'its locks until the transaction ends.';

create function app.judge_refund(refund_currency text, wanted bigint) returns jsonb
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select app.refund_verdict(app.tenant_id(), app.user_id(), (app.context() ->> 'api_key_id')::uuid, refund_currency, wanted)
$$;
comment on function app.judge_refund(text, bigint) is 'The verdict on a refund of whoever is in the transaction''s context.';

create function app.refund_guard() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  verdict jsonb;
begin
  perform app.refuse_out_of_reach(new.tenant_id, new.account_id);
  new.answerable_user_id := coalesce(new.requested_by, (select k.created_by from public.tenant_api_keys k
    where k.tenant_id = new.tenant_id and k.id = new.requested_by_key));
  -- What is imported or seeded as settled moves no money.
  if new.status <> 'PENDING' then return new; end if;
  verdict := app.refund_verdict(new.tenant_id, new.requested_by, new.requested_by_key, new.currency, new.amount);
  if verdict ? 'refusal' then
    raise exception 'the guard rails refuse this refund: %', verdict ->> 'refusal' using errcode = '23514', constraint = 'refunds_guard_rails';
  end if;
  if (verdict ->> 'needs_approval')::boolean then
    new.approval_status := 'pending';
    new.pending_reason := 'awaiting_approval';
    new.approval_expires_at := now() + make_interval(days => (verdict ->> 'approval_days')::int);
  end if;
  return new;
end $$;
comment on function app.refund_guard() is
  'Refuses a refund that the guard rails refuse, and makes one that needs a second person wait. Runs after refund_total, which locks the payment.';
create trigger refund_verdict before insert on refunds for each row execute function app.refund_guard();

create function app.refund_decision() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.refuse_out_of_reach(new.tenant_id, new.account_id);
  if old.approval_status is distinct from 'pending'
     or new.approval_status not in ('approved', 'rejected', 'expired', 'withdrawn') then
    raise exception 'an approval cannot go from % to %', old.approval_status, new.approval_status
      using errcode = '23514', constraint = 'refunds_approval_transition';
  end if;
  if new.approval_status = 'expired' and old.approval_expires_at > now() then
    raise exception 'this approval has not expired' using errcode = '23514', constraint = 'refunds_approval_transition';
  end if;
  if new.approval_status = 'approved' then
    if old.approval_expires_at <= now() then
      raise exception 'this approval has expired' using errcode = '23514', constraint = 'refunds_approval_expired';
    end if;
    perform 1 from public.tenant_configs c where c.tenant_id = new.tenant_id for share;
    if exists (select 1 from public.refund_stops s where s.tenant_id = new.tenant_id and s.lifted_at is null) then
      raise exception 'refunds are stopped' using errcode = '23514', constraint = 'refunds_guard_rails';
    end if;
  end if;
  if new.approval_status in ('approved', 'rejected') then
    new.decided_by := app.user_id();
    new.decided_at := now();
  end if;
  return new;
end $$;
comment on function app.refund_decision() is 'Holds a decision to its rules, and writes who took it and when.';
create trigger refund_decision before update on refunds for each row
  when (old.approval_status is distinct from new.approval_status) execute function app.refund_decision();

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.refund_verdict(uuid, uuid, uuid, text, bigint)', 'app.judge_refund(text, bigint)',
    'app.refund_guard()', 'app.refund_decision()', 'app.refund_stop_changes()']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.judge_refund(text, bigint) to tenant_user;
