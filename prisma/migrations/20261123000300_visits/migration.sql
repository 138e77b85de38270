-- Visits: a platform admin steps into one tenant, with a reason, for an hour at most. A visit belongs to one session of the
-- admin, only reads until another platform admin has agreed to more, and waits for the tenant's word where the tenant
-- demands that. The tenant reads of it in its own audit log.
--
-- Refusals name a constraint, which the commands turn into sentences:
--   visits_members     whoever is a member of the tenant needs no visit
--   visits_over        the visit has ended, or its time is over
--   visits_answered    the tenant has answered already
--   visits_consent     the tenant has not agreed, or too long ago
--   visits_own         only the visitor does this
--   visits_asked       writing was not asked for, or was already
--   visits_two_people  the visitor agrees to nothing of the own

create table tenant_visits (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  user_id uuid not null default app.platform_user_id() references users (id),
  admin_name text not null default (app.context() ->> 'label'),
  reason text not null check (length(btrim(reason)) between 1 and 500),
  minutes int not null default 60 check (minutes between 5 and 60),
  asks_tenant boolean not null default false,
  open_until timestamptz not null default now() + interval '24 hours',
  is_agreed boolean,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  session_id uuid,
  started_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_by_name text,
  end_cause text check (end_cause in ('time', 'admin', 'platform', 'tenant', 'access', 'declined', 'unanswered')),
  writing_reason text check (length(btrim(writing_reason)) between 1 and 500),
  writing_asked_at timestamptz,
  writing_agreement text check (length(btrim(writing_agreement)) between 1 and 500),
  writing_agreed_at timestamptz,
  writing_agreed_by uuid references users (id),
  writing_agreed_by_name text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint visits_length check (ends_at <= started_at + interval '60 minutes'),
  constraint visits_times check (num_nonnulls(session_id, started_at, ends_at) in (0, 3)),
  constraint visits_consent check (started_at is null or not asks_tenant or is_agreed is true),
  constraint visits_answer check (num_nonnulls(is_agreed, answered_at) in (0, 2)),
  constraint visits_end check (num_nonnulls(ended_at, end_cause) in (0, 2)),
  constraint visits_asked check (num_nonnulls(writing_reason, writing_asked_at) in (0, 2)
    and (writing_agreed_at is null or writing_asked_at is not null)),
  constraint visits_agreement check (num_nonnulls(writing_agreement, writing_agreed_at, writing_agreed_by) in (0, 3)),
  constraint visits_two_people check (writing_agreed_by is null or writing_agreed_by <> user_id)
);
comment on table tenant_visits is 'Which platform admin stepped into a tenant, when, why, and who agreed. An hour at most, reading only until a second admin agrees.';
comment on column tenant_visits.admin_name is 'Name of the visitor as it was then.';
comment on column tenant_visits.asks_tenant is 'The tenant demanded to be asked first when the visit was wanted.';
comment on column tenant_visits.open_until is 'Until when the tenant may answer, and a visit that it agreed to may begin.';
comment on column tenant_visits.session_id is 'The sign-in of the visitor that it belongs to; no other one can use it.';
comment on column tenant_visits.end_cause is 'time: it was over; admin: by the visitor; platform: by another admin; tenant: by the tenant; access: the visitor lost '
  'session or role; declined, unanswered: it never began.';
comment on column tenant_visits.writing_agreement is 'Why a second admin agreed that the visit may write.';
create index tenant_visits_created on tenant_visits (tenant_id, created_at);
create index tenant_visits_session on tenant_visits (session_id) where ended_at is null;
create index tenant_visits_waiting on tenant_visits (tenant_id) where ended_at is null;
create index tenant_visits_open on tenant_visits (user_id) where ended_at is null;
create index tenant_visits_time on tenant_visits (id);
select app.enable_stamps('tenant_visits');
select app.enable_audit('tenant_visits', hidden => 'session_id');
select app.enable_tenant_rls('tenant_visits');
-- Which session it is concerns nobody: whoever knows one could name it to the door.
grant select (tenant_id, id, user_id, admin_name, reason, minutes, asks_tenant, open_until, is_agreed, answered_at, answered_by,
  answered_by_name, started_at, ends_at, ended_at, ended_by, ended_by_name, end_cause, writing_reason, writing_asked_at,
  writing_agreement, writing_agreed_at, writing_agreed_by, writing_agreed_by_name, created_at, updated_at),
  update (is_agreed, ended_at) on tenant_visits to tenant_user;
select app.enable_platform_access('tenant_visits', 'select (tenant_id, id, user_id, admin_name, reason, minutes, asks_tenant, '
  'open_until, is_agreed, answered_at, answered_by, answered_by_name, started_at, ends_at, ended_at, ended_by, ended_by_name, '
  'end_cause, writing_reason, writing_asked_at, writing_agreement, writing_agreed_at, writing_agreed_by, writing_agreed_by_name, '
  'created_at, updated_at), insert (tenant_id, session_id, reason, minutes, asks_tenant), '
  'update (session_id, ended_at, writing_reason, writing_agreement)');
select app.enable_definer_access('tenant_visits', 'select, update');

create function app.begin_visit(v public.tenant_visits) returns public.tenant_visits
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
begin
  if not exists (select 1 from public.sessions s where s.id = v.session_id and s.user_id = v.user_id
      and s.revoked_at is null and s.expires_at > now()) then
    raise exception 'a visit belongs to a living session of the visitor' using errcode = '42501';
  end if;
  -- One tenant at a time: two visits that begin at once wait for each other, and the later one ends the earlier.
  perform pg_advisory_xact_lock(7239018, hashtext(v.user_id::text));
  -- One tenant does not read why another one is visited.
  perform app.set_context(null, null, v.user_id, '', ctx || '{"reason": "The visitor began another visit"}');
  update public.tenant_visits o set ended_at = least(now(), o.ends_at), ended_by = v.user_id, ended_by_name = v.admin_name,
    end_cause = case when o.ends_at <= now() then 'time' else 'admin' end
  where o.user_id = v.user_id and o.started_at is not null and o.ended_at is null and (o.tenant_id, o.id) <> (v.tenant_id, v.id);
  perform app.set_context(null, null, v.user_id, '', ctx);
  v.started_at := now();
  v.ends_at := now() + make_interval(mins => v.minutes);
  return v;
end $$;
comment on function app.begin_visit(public.tenant_visits) is
  'The hour of a visit begins: for a living session of its visitor, whose other visits end. For the guard of the table only.';

create function app.guard_platform_visit() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me uuid := app.platform_user_id();
  my_name text := app.context() ->> 'label';
begin
  if tg_op = 'INSERT' then
    new.user_id := me;
    new.admin_name := my_name;
    if exists (select 1 from public.memberships m where m.tenant_id = new.tenant_id and m.user_id = me
        and m.status = 'active' and m.deleted_at is null) then
      raise exception 'a member of the tenant needs no visit' using errcode = '23514', constraint = 'visits_members';
    end if;
    -- Whatever the application says.
    new.asks_tenant := coalesce(app.settings_of(new.tenant_id) -> 'ask_before_visits' = 'true'::jsonb, false);
    new.open_until := now() + interval '24 hours';
    if not new.asks_tenant then return app.begin_visit(new); end if;
    new.session_id := null;
    return new;
  end if;
  if old.ended_at is not null or old.ends_at <= now() then
    raise exception 'the visit has ended' using errcode = '23514', constraint = 'visits_over';
  end if;
  if new.session_id is distinct from old.session_id then
    if old.user_id <> me then
      raise exception 'a visit is begun by its visitor' using errcode = '23514', constraint = 'visits_own';
    end if;
    if old.started_at is not null or old.is_agreed is not true or old.open_until <= now() then
      raise exception 'the tenant has not agreed' using errcode = '23514', constraint = 'visits_consent';
    end if;
    new := app.begin_visit(new);
  end if;
  if new.writing_reason is distinct from old.writing_reason then
    if old.user_id <> me then
      raise exception 'writing is asked for by the visitor' using errcode = '23514', constraint = 'visits_own';
    end if;
    if old.started_at is null or old.writing_reason is not null then
      raise exception 'writing was asked for already, or too early' using errcode = '23514', constraint = 'visits_asked';
    end if;
    new.writing_asked_at := now();
  end if;
  if new.writing_agreement is distinct from old.writing_agreement then
    if old.writing_reason is null or old.writing_agreement is not null then
      raise exception 'nobody asked for writing' using errcode = '23514', constraint = 'visits_asked';
    end if;
    new.writing_agreed_at := now();
    new.writing_agreed_by := me;
    new.writing_agreed_by_name := my_name;
  end if;
  if new.ended_at is not null then
    new.ended_at := now();
    new.ended_by := me;
    new.ended_by_name := my_name;
    new.end_cause := case when old.user_id = me then 'admin' else 'platform' end;
  end if;
  return new;
end $$;
comment on function app.guard_platform_visit() is
  'Whose visit it is, when it begins and ends, and who agreed, is said by the database; platform admins say why.';
create trigger guard_platform before insert or update on tenant_visits for each row
  when (current_user = 'platform_admin') execute function app.guard_platform_visit();

create function app.guard_tenant_visit() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Neither keys nor the visitor answer for the tenant.
  perform app.acting_member(old.tenant_id, 'settings:write');
  if not app.sees_all_accounts() then
    raise exception 'visits concern the whole tenant' using errcode = '23514', constraint = 'rights_permission';
  end if;
  if old.ended_at is not null or old.ends_at <= now() then
    raise exception 'the visit has ended' using errcode = '23514', constraint = 'visits_over';
  end if;
  if new.is_agreed is distinct from old.is_agreed then
    if not old.asks_tenant or old.answered_at is not null then
      raise exception 'the tenant has answered' using errcode = '23514', constraint = 'visits_answered';
    end if;
    if old.open_until <= now() then
      raise exception 'nobody answered in time' using errcode = '23514', constraint = 'visits_over';
    end if;
    new.answered_at := now();
    new.answered_by := app.user_id();
    new.answered_by_name := app.context() ->> 'label';
    if not new.is_agreed then new.ended_at := now(); end if;
  end if;
  if new.ended_at is not null then
    new.ended_at := now();
    new.ended_by := app.user_id();
    new.ended_by_name := app.context() ->> 'label';
    new.end_cause := case when new.is_agreed is false then 'declined' else 'tenant' end;
  end if;
  return new;
end $$;
comment on function app.guard_tenant_visit() is 'People of the tenant who may change its settings agree once, decline once, and end a visit.';
create trigger guard_tenant before update on tenant_visits for each row
  when (current_user = 'tenant_user') execute function app.guard_tenant_visit();

-- ── The tenant is asked ──────────────────────────────────────────────────────────────────────────────────────────

create function app.announce_visit() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.notices (tenant_id, audience, kind, subject_table, subject_id, details)
  values (new.tenant_id, 'settings:write', 'visit_asks', 'tenant_visits', new.id,
    jsonb_build_object('admin', new.admin_name, 'reason', new.reason));
  return null;
end $$;
comment on function app.announce_visit() is 'A visit that waits for the tenant''s word is a notice to those who can give it.';
create trigger announce after insert on tenant_visits for each row
  when (new.asks_tenant and new.started_at is null and new.ended_at is null) execute function app.announce_visit();

-- ── Ends that nobody made ────────────────────────────────────────────────────────────────────────────────────────
-- The door refuses a visit whose time is over whatever this table says; here the log learns of it.

create function app.close_visits() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  closed int;
begin
  perform app.set_context(null, null, null, '', jsonb_build_object('kind', 'system', 'label', 'Visits', 'action', 'visits.close'));
  update public.tenant_visits v set
    ended_at = case when v.ends_at <= now() then v.ends_at when v.started_at is null then v.open_until else now() end,
    end_cause = case when v.ends_at <= now() then 'time' when v.started_at is null then 'unanswered' else 'access' end
  where (v.tenant_id, v.id) in (
    select o.tenant_id, o.id from public.tenant_visits o
    where o.ended_at is null and (o.ends_at <= now() or (o.started_at is null and o.open_until <= now())
      or (o.started_at is not null and not (exists (select 1 from public.platform_admins p where p.user_id = o.user_id)
        and exists (select 1 from public.sessions s join public.users u on u.id = s.user_id and u.disabled_at is null
          where s.id = o.session_id and s.revoked_at is null and s.expires_at > now()))))
    order by o.tenant_id, o.id limit 1000 for update skip locked);
  get diagnostics closed = row_count;
  return closed;
end $$;
comment on function app.close_visits() is
  'Notes the end of visits whose time is over, whose visitor lost session or role, and that nobody answered in time; how many.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.begin_visit(public.tenant_visits)', 'app.guard_platform_visit()',
    'app.guard_tenant_visit()', 'app.announce_visit()', 'app.close_visits()']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.close_visits() to tenant_user;
