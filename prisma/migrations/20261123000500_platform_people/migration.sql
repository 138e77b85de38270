-- What the platform's admins do about people: shut them out and let them in again, end their sessions, take away a second
-- factor that was lost, send a way to a new password. And finding people by any part of name or address.

create function app.require_platform_admin() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.platform_user_id() is null or not app.context_is_sealed() then
    raise exception 'this needs the context of a platform admin' using errcode = '42501';
  end if;
  return app.platform_user_id();
end $$;
comment on function app.require_platform_admin() is 'The platform admin of a sealed context; everything else is refused.';

-- ── Notes in the log ─────────────────────────────────────────────────────────────────────────────────────────────
-- For acts that change no audited row of the tenant, or no row at all.

create function app.note_act(tenant uuid, subject_table text, record text, act text, before jsonb, after jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
  kind text;
begin
  if session_user not in ('tenant_user', 'platform_admin') then
    ctx := jsonb_build_object('kind', 'system', 'label', 'database: ' || session_user);
  elsif not app.context_is_sealed() then
    raise exception 'a write without a context made by app.enter()' using errcode = '42501';
  end if;
  if to_regclass('public.' || app.audit_partition(clock_timestamp())) is null then
    perform app.ensure_audit_partitions(1);
  end if;
  kind := ctx ->> 'kind';
  insert into public.audit_logs (tenant_id, table_name, record_id, action, operation, actor_kind, user_id, actor_label,
    request_id, ip_address, user_agent, old_values, new_values)
  values (coalesce(tenant, '00000000-0000-0000-0000-000000000000'), subject_table, record, act, ctx ->> 'action', kind,
    case kind when 'user' then app.user_id() when 'platform_admin' then app.platform_user_id() end, ctx ->> 'label',
    ctx ->> 'request_id', (ctx ->> 'ip_address')::inet, ctx ->> 'user_agent', before, after);
end $$;
comment on function app.note_act(uuid, text, text, text, jsonb, jsonb) is
  'Leaves an audit row of an act whose rows have no audit trigger, in the name of the context. Tenant null: the platform''s own.';

create function app.note_in_tenants(person uuid, before jsonb, after jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.note_act(m.tenant_id, 'memberships', m.id::text, 'update', before, after)
  from public.memberships m where m.user_id = person and m.deleted_at is null;
end $$;
comment on function app.note_in_tenants(uuid, jsonb, jsonb) is
  'Tells each tenant of a person, in its own log, what was done to the person by somebody outside the tenant.';

-- ── Shut out, let in ─────────────────────────────────────────────────────────────────────────────────────────────

create function app.shut_out() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.disabled_at is not null then
    if session_user = 'platform_admin' then
      if new.id = app.platform_user_id() then
        raise exception 'nobody shuts themselves out' using errcode = '23514', constraint = 'users_not_oneself';
      end if;
      if exists (select 1 from public.platform_admins p where p.user_id = new.id) then
        -- One after the other: of two admins who shut each other out, the second finds the first's change.
        perform pg_advisory_xact_lock(7239031);
        if not exists (select 1 from public.platform_admins p join public.users u on u.id = p.user_id and u.disabled_at is null
            where p.user_id <> new.id) then
          raise exception 'the last platform admin stays' using errcode = '23514', constraint = 'users_last_platform_admin';
        end if;
      end if;
    end if;
    update public.sessions s set revoked_at = now() where s.user_id = new.id and s.revoked_at is null;
    delete from app.sign_in_challenges c where c.user_id = new.id;
    delete from app.password_resets r where r.user_id = new.id;
  end if;
  perform app.note_in_tenants(new.id, jsonb_build_object('can_sign_in', old.disabled_at is null),
    jsonb_build_object('can_sign_in', new.disabled_at is null));
  return null;
end $$;
comment on function app.shut_out() is
  'Whoever is shut out is out at once: sessions, half-done sign-ins and links to a new password end with the same commit. '
  'Platform admins shut out neither themselves nor the last of them.';
create trigger shut_out after update of disabled_at on users for each row
  when ((old.disabled_at is null) is distinct from (new.disabled_at is null)) execute function app.shut_out();

-- ── Second factors and new passwords ─────────────────────────────────────────────────────────────────────────────

create function app.second_factor_since(person uuid) returns timestamptz
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_platform_admin();
  return (select f.confirmed_at from app.second_factors f where f.user_id = person);
end $$;
comment on function app.second_factor_since(uuid) is 'Since when a person signs in in two steps; null: not at all. For platform admins.';

create function app.people_with_second_factor() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_platform_admin();
  return query select f.user_id from app.second_factors f where f.confirmed_at is not null;
end $$;
comment on function app.people_with_second_factor() is 'Who signs in in two steps. For platform admins.';

create function app.reset_second_factor(person uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.require_platform_admin() = person then
    raise exception 'nobody resets the own second factor here' using errcode = '23514', constraint = 'users_not_oneself';
  end if;
  delete from app.second_factors f where f.user_id = person and f.confirmed_at is not null;
  if not found then return false; end if;
  update public.sessions s set revoked_at = now() where s.user_id = person and s.revoked_at is null;
  delete from app.sign_in_challenges c where c.user_id = person;
  perform app.note_in_tenants(person, '{"second_factor": true}', '{"second_factor": false}');
  return true;
end $$;
comment on function app.reset_second_factor(uuid) is
  'Takes another person''s authenticator away, for who has lost it, and ends the person''s sessions; false if there is none.';

create function app.offer_password_reset(person uuid, hash bytea, lifetime interval) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  address text;
  reset uuid;
  until timestamptz := now() + least(lifetime, interval '1 day');
begin
  perform app.require_platform_admin();
  select u.email into address from public.users u where u.id = person and u.disabled_at is null;
  if not found then return null; end if;
  delete from app.password_resets r where r.user_id = person;
  insert into app.password_resets (email, details, user_id, token_hash, expires_at)
  values (lower(address), app.context(), person, hash, until) returning id into reset;
  perform app.note_act(null, 'password_resets', reset::text, 'insert', null,
    jsonb_build_object('user_id', person, 'email', address, 'expires_at', until));
  return address;
end $$;
comment on function app.offer_password_reset(uuid, bytea, interval) is
  'Keeps the hash of a token for a new password that an admin has mailed to a person; former ones serve no more. Answers the '
  'address, or null for who is shut out.';

-- ── Finding people ───────────────────────────────────────────────────────────────────────────────────────────────
-- LIKE is not leakproof and reaches no index under row-level security: as with payments, a function searches beyond it.

create index users_part on users using gin (lower(email || ' ' || full_name) gin_trgm_ops) with (gin_pending_list_limit = 256);
create index users_last_login on users (last_login, id);
create index users_email_order on users (email, id);

create function app.search_people(needle text, max_rows int) returns setof uuid
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
declare
  pattern constant text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  perform app.require_platform_admin();
  if needle is null or length(needle) < 3 then
    raise exception 'a search needs three characters at least' using errcode = '22023';
  end if;
  return query select u.id from public.users u
  where lower(u.email || ' ' || u.full_name) like pattern order by u.id desc limit max_rows;
end $$;
comment on function app.search_people(text, int) is
  'Ids of people whose address or name holds the needle (in lower case), the newest first; max_rows null: all. For platform admins.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.require_platform_admin()', 'app.note_act(uuid, text, text, text, jsonb, jsonb)',
    'app.note_in_tenants(uuid, jsonb, jsonb)', 'app.shut_out()', 'app.second_factor_since(uuid)',
    'app.people_with_second_factor()', 'app.reset_second_factor(uuid)', 'app.offer_password_reset(uuid, bytea, interval)',
    'app.search_people(text, int)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.second_factor_since(uuid), app.people_with_second_factor(), app.reset_second_factor(uuid),
  app.offer_password_reset(uuid, bytea, interval), app.search_people(text, int) to platform_admin;
