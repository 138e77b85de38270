-- A person at work on what is the own, in no tenant: profile and sessions. And sessions that end by themselves: unused
-- for too long, and after their lifetime however much they are used.

-- ── Two ends ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- expires_at stays the one column that every check asks. Use of the session moves it on, up to ends_at.

alter table sessions
  add column idle_seconds int check (idle_seconds > 0),
  add column ends_at timestamptz,
  add constraint sessions_two_ends check ((idle_seconds is null) = (ends_at is null));
comment on column sessions.expires_at is 'From then on the session is refused, unless it is used before.';
comment on column sessions.idle_seconds is 'How long it may stay unused; null: as long as it lasts.';
comment on column sessions.ends_at is 'End of its lifetime, however much it is used; null where expires_at never moves.';

create function app.slide_session() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- What has ended stays ended.
  if old.expires_at > now() and new.idle_seconds is not null then
    new.expires_at := greatest(new.expires_at, least(new.ends_at, new.last_seen_at + make_interval(secs => new.idle_seconds)));
  end if;
  return new;
end $$;
comment on function app.slide_session() is 'Use of a session puts off its end, up to the end of its lifetime.';
create trigger slide before update of last_seen_at on sessions for each row execute function app.slide_session();

-- A session that lives longer takes nothing from anybody: only an earlier end is a loss of rights.
drop trigger drop_passes_update on sessions;
create trigger drop_passes_update after update on sessions for each row
  when ((old.id, old.user_id, old.revoked_at) is distinct from (new.id, new.user_id, new.revoked_at)
    or new.expires_at < old.expires_at)
  execute function app.drop_passes('person', 'user_id');

create function app.limit_idle(session uuid, seconds int) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.sessions s set idle_seconds = seconds, ends_at = s.expires_at,
    expires_at = least(s.expires_at, now() + make_interval(secs => seconds))
  where s.id = session and s.idle_seconds is null and s.expires_at > now() and seconds > 0;
  return session;
end $$;
comment on function app.limit_idle(uuid, int) is
  'Lets a session that was opened just now end when it stays unused; answers its id. Null seconds: no such limit.';

create function app.touch_session(session uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.sessions s set last_seen_at = now()
  where s.id = session and s.revoked_at is null and s.expires_at > now() and s.last_seen_at < now() - interval '1 minute';
  return session;
end $$;
comment on function app.touch_session(uuid) is
  'Notes the use of a living session, at most once a minute; answers its id, for the look-up that comes after it.';

-- ── Ends by people ───────────────────────────────────────────────────────────────────────────────────────────────

create function app.end_session_once() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if session_user in ('tenant_user', 'platform_admin') then
    if not app.context_is_sealed() then
      raise exception 'a write without a context made by app.enter()' using errcode = '42501';
    end if;
    new.revoked_at := coalesce(old.revoked_at, now());
  end if;
  return new;
end $$;
comment on function app.end_session_once() is
  'A session is ended by whoever a checked context names, at the moment it happens, and never opened again.';
create trigger end_once before update of revoked_at on sessions for each row
  when (old.revoked_at is distinct from new.revoked_at) execute function app.end_session_once();

-- Sessions have no audit triggers of all their changes, since their use is noted on nearly every request.
create function app.audit_session_end() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
  shown constant text[] := array['id', 'user_id', 'ip_address', 'user_agent', 'created_at', 'last_seen_at', 'expires_at', 'revoked_at'];
  kind text;
begin
  if session_user not in ('tenant_user', 'platform_admin') then
    ctx := jsonb_build_object('kind', 'system', 'label', 'database: ' || session_user);
  end if;
  if to_regclass('public.' || app.audit_partition(clock_timestamp())) is null then
    perform app.ensure_audit_partitions(1);
  end if;
  kind := ctx ->> 'kind';
  insert into public.audit_logs (tenant_id, table_name, record_id, action, operation, actor_kind, user_id, actor_label,
    request_id, ip_address, user_agent, old_values, new_values)
  select '00000000-0000-0000-0000-000000000000', 'sessions', new.id::text, 'update', ctx ->> 'action', kind,
    case kind when 'user' then app.user_id() when 'platform_admin' then app.platform_user_id() end, ctx ->> 'label',
    ctx ->> 'request_id', (ctx ->> 'ip_address')::inet, ctx ->> 'user_agent',
    (select jsonb_object_agg(c, to_jsonb(old) -> c) from unnest(shown) c),
    (select jsonb_object_agg(c, to_jsonb(new) -> c) from unnest(shown) c);
  return null;
end $$;
comment on function app.audit_session_end() is 'The end of a session leaves an audit row, of no tenant.';
create trigger audit_end after update of revoked_at on sessions for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function app.audit_session_end();

create or replace function app.close_session(session uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
  label text;
begin
  select u.id, coalesce(nullif(u.full_name, ''), u.email) into person, label
  from public.sessions s join public.users u on u.id = s.user_id where s.id = session and s.revoked_at is null;
  if not found then return; end if;
  perform app.set_context(null, person, null, '', jsonb_build_object('kind', 'user', 'label', label, 'action', 'sessions.sign_out'));
  update public.sessions set revoked_at = now() where id = session and revoked_at is null;
end $$;
comment on function app.close_session(uuid) is 'Sign-out: the session is refused from the next request on.';

-- ── The way in of a person without a tenant ──────────────────────────────────────────────────────────────────────

create function app.enter_person(principal uuid, read_only boolean, details jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_row record;
begin
  select u.id, coalesce(nullif(u.full_name, ''), u.email) as label into found_row
  from public.sessions s join public.users u on u.id = s.user_id and u.disabled_at is null
  where s.id = principal and s.revoked_at is null and s.expires_at > now();
  if not found then raise exception 'the session has ended' using errcode = 'BH001'; end if;
  perform app.set_context(null, found_row.id, null, '', details || jsonb_build_object('kind', 'user', 'label', found_row.label));
  if read_only then perform set_config('transaction_read_only', 'on', true); end if;
end $$;
comment on function app.enter_person(uuid, boolean, jsonb) is
  'Opens the context of a person in no tenant, after checking that the session lives: the own profile and sessions are '
  'within reach, and no row of a tenant.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.limit_idle(uuid, int)', 'app.touch_session(uuid)', 'app.end_session_once()',
    'app.audit_session_end()', 'app.enter_person(uuid, boolean, jsonb)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.slide_session() from public;
grant execute on function app.limit_idle(uuid, int), app.touch_session(uuid), app.enter_person(uuid, boolean, jsonb) to tenant_user;
