-- The door: how a connection comes to a context, and the few look-ups that are needed before there is one.
-- All functions here run as bulkhead_definer and return as little as their caller needs.
--
-- Errors for the caller to tell apart:  BH001 session ended · BH002 no membership · BH003 tenant not active
--                                       BH004 key unknown, revoked or expired · BH005 not a platform admin

create function app.branch_ids(tenant uuid, roots uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.id), '{}') from public.accounts r
  join public.accounts a on a.tenant_id = r.tenant_id and a.path >= r.path and a.path < r.path || '~'
  where r.tenant_id = tenant and r.id = any (roots)
$$;
comment on function app.branch_ids(uuid, uuid[]) is 'The given accounts and all below them.';

create function app.member_scope(tenant uuid, membership uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.branch_ids(tenant, array(select ma.account_id from public.membership_accounts ma
    where ma.tenant_id = tenant and ma.membership_id = membership))
$$;
comment on function app.member_scope(uuid, uuid) is 'Accounts that a restricted member may reach.';

create function app.api_key_scope(tenant uuid, api_key uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.branch_ids(tenant, array(select ka.account_id from public.tenant_api_key_accounts ka
    where ka.tenant_id = tenant and ka.api_key_id = api_key))
$$;
comment on function app.api_key_scope(uuid, uuid) is 'Accounts that a restricted key may reach.';

-- Two ways in. Reading sets only what policies need, since the transaction cannot write: no names, no seal. That halves
-- the cost of a scoped read.

create function app.check_principal(kind text, tenant uuid, principal uuid, out person uuid, out label text, out scope text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  holder uuid;
  is_restricted boolean;
  tenant_status text;
begin
  scope := '*';
  if kind = 'member' then
    select s.user_id, coalesce(nullif(u.full_name, ''), u.email), m.id, m.restricted_to_accounts, t.status
    into person, label, holder, is_restricted, tenant_status
    from public.sessions s
    join public.users u on u.id = s.user_id and u.disabled_at is null
    left join public.memberships m on m.tenant_id = tenant and m.user_id = s.user_id and m.deleted_at is null and m.status = 'active'
    left join public.tenants t on t.id = m.tenant_id
    where s.id = principal and s.revoked_at is null and s.expires_at > now();
    if not found then raise exception 'the session has ended' using errcode = 'BH001'; end if;
    if holder is null then raise exception 'no member of this tenant' using errcode = 'BH002'; end if;
    if is_restricted then scope := app.member_scope(tenant, holder)::text; end if;
  elsif kind = 'apiKey' then
    select k.name, k.restricted_to_accounts, t.status into label, is_restricted, tenant_status
    from public.tenant_api_keys k join public.tenants t on t.id = k.tenant_id
    where k.tenant_id = tenant and k.id = principal
      and (k.revoked_at is null or k.revoked_at > now()) and (k.expires_at is null or k.expires_at > now());
    if not found then raise exception 'the key is not valid' using errcode = 'BH004'; end if;
    if is_restricted then scope := app.api_key_scope(tenant, principal)::text; end if;
  elsif kind = 'system' then
    return;
  else
    raise exception 'unknown kind of actor' using errcode = '22023';
  end if;
  if tenant_status <> 'active' then raise exception 'the tenant is not active' using errcode = 'BH003'; end if;
end $$;
comment on function app.check_principal(text, uuid, uuid) is
  'Checks that the session or key still lives and belongs to the tenant; answers its person, name and account scope.';

create function app.enter_read(kind text, tenant uuid, principal uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_person uuid;
  found_scope text;
begin
  select c.person, c.scope into found_person, found_scope from app.check_principal(kind, tenant, principal) c;
  perform set_config('app.current_tenant', coalesce(tenant::text, ''), true),
          set_config('app.user_id', coalesce(found_person::text, ''), true),
          set_config('app.account_scope', found_scope, true),
          set_config('transaction_read_only', 'on', true);
end $$;
comment on function app.enter_read(text, uuid, uuid) is
  'Opens a tenant''s context for reading, after checking in the same round trip as the work that the session or key still '
  'lives. Kinds: member (principal: session), apiKey (principal: key), system (none).';

create function app.enter(kind text, tenant uuid, principal uuid, details jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_row record;
begin
  select c.person, c.label, c.scope into found_row from app.check_principal(kind, tenant, principal) c;
  perform app.set_context(tenant, found_row.person, null, found_row.scope, details || case kind
    when 'member' then jsonb_build_object('kind', 'user', 'label', found_row.label)
    when 'apiKey' then jsonb_build_object('kind', 'api_key', 'api_key_id', principal, 'label', found_row.label)
    else jsonb_build_object('kind', 'system') end);
end $$;
comment on function app.enter(text, uuid, uuid, jsonb) is
  'Opens and seals a tenant''s context for writing. `details` are what audit rows show: action, request_id, ip_address, '
  'user_agent, and for background work the label.';

create function app.enter_platform(principal uuid, read_only boolean, details jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_row record;
begin
  select s.user_id, u.full_name, u.email, p.user_id as admin_id into found_row
  from public.sessions s
  join public.users u on u.id = s.user_id and u.disabled_at is null
  left join public.platform_admins p on p.user_id = s.user_id
  where s.id = principal and s.revoked_at is null and s.expires_at > now();
  if not found then raise exception 'the session has ended' using errcode = 'BH001'; end if;
  if found_row.admin_id is null then raise exception 'not a platform admin' using errcode = 'BH005'; end if;
  perform app.set_context(null, null, found_row.user_id, '', details || jsonb_build_object(
    'kind', 'platform_admin', 'label', coalesce(nullif(found_row.full_name, ''), found_row.email)));
  if read_only then perform set_config('transaction_read_only', 'on', true); end if;
end $$;
comment on function app.enter_platform(uuid, boolean, jsonb) is
  'Opens the platform''s context after checking that the session lives and its person is a platform admin.';

-- ── Before a tenant is known ─────────────────────────────────────────────────────────────────────────────────────

create function app.find_credentials(address text)
returns table (user_id uuid, full_name text, password_hash text, disabled boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.full_name, c.password_hash, u.disabled_at is not null
  from public.users u left join public.user_credentials c on c.user_id = u.id
  where lower(u.email) = lower(btrim(address))
$$;
comment on function app.find_credentials(text) is 'What sign-in needs to check a password; no row for an unknown address.';

create function app.find_google_user(google_subject text, address text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
begin
  select u.id into person from public.users u where u.google_id = google_subject and u.disabled_at is null;
  if found then return person; end if;
  -- The first sign-in with Google joins a person whom an invitation already made; Google has verified the address.
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "sign-in"}');
  update public.users u set google_id = google_subject
  where lower(u.email) = lower(btrim(address)) and u.google_id is null and u.disabled_at is null
  returning u.id into person;
  return person;
end $$;
comment on function app.find_google_user(text, text) is 'The person of a verified Google sign-in, or null.';

create function app.open_session(person uuid, address inet, agent text, lifetime interval) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  session uuid;
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "sign-in"}');
  update public.users u set last_login = now() where u.id = person and u.disabled_at is null;
  if not found then raise exception 'no such person' using errcode = 'BH001'; end if;
  insert into public.sessions (user_id, ip_address, user_agent, expires_at)
  values (person, address, left(agent, 500), now() + lifetime) returning id into session;
  return session;
end $$;
comment on function app.open_session(uuid, inet, text, interval) is 'Starts a session after the password (or Google) was checked.';

create function app.close_session(session uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.sessions set revoked_at = now() where id = session and revoked_at is null
$$;
comment on function app.close_session(uuid) is 'Sign-out: the session is refused from the next request on.';

create function app.session_person(session uuid)
returns table (user_id uuid, email text, full_name text, avatar_url text, time_zone text, is_platform_admin boolean, tenants jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.sessions s set last_seen_at = now()
  where s.id = session and s.revoked_at is null and s.last_seen_at < now() - interval '1 minute';
  return query
  select u.id, u.email, u.full_name, u.avatar_url, u.time_zone,
    exists (select 1 from public.platform_admins p where p.user_id = u.id),
    coalesce((select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'status', t.status) order by t.name)
      from public.memberships m join public.tenants t on t.id = m.tenant_id
      where m.user_id = u.id and m.deleted_at is null and m.status = 'active'), '[]')
  from public.sessions s join public.users u on u.id = s.user_id
  where s.id = session and s.revoked_at is null and s.expires_at > now() and u.disabled_at is null;
end $$;
comment on function app.session_person(uuid) is 'Who a live session belongs to, with the tenants to choose from; no row if it has ended.';

create function app.session_actor(session uuid, tenant_slug text)
returns table (tenant_id uuid, tenant_name text, tenant_status text, user_id uuid, membership_id uuid, permissions text[], account_ids uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.id, t.name, t.status, u.id, m.id,
    case when (select bool_or(r.grants_all) from public.membership_roles mr
               join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
               where mr.tenant_id = m.tenant_id and mr.membership_id = m.id)
         then array(select p.name from public.permissions p)
         else array(select distinct rp.permission from public.membership_roles mr
                    join public.role_permissions rp on rp.tenant_id = mr.tenant_id and rp.role_id = mr.role_id
                    where mr.tenant_id = m.tenant_id and mr.membership_id = m.id) end,
    case when m.restricted_to_accounts then app.member_scope(m.tenant_id, m.id) end
  from public.sessions s
  join public.users u on u.id = s.user_id and u.disabled_at is null
  join public.memberships m on m.user_id = u.id and m.deleted_at is null and m.status = 'active'
  join public.tenants t on t.id = m.tenant_id
  where s.id = session and s.revoked_at is null and s.expires_at > now() and t.slug = tenant_slug
$$;
comment on function app.session_actor(uuid, text) is
  'What a live session may do in a tenant; no row without a membership. account_ids null: all accounts.';

create function app.api_key_actor(hash bytea)
returns table (tenant_id uuid, tenant_status text, api_key_id uuid, name text, permissions text[], account_ids uuid[], state text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.tenant_api_keys;
begin
  select * into k from public.tenant_api_keys t where t.key_hash = hash;
  if not found then return; end if;
  if k.last_used_at is null or k.last_used_at < now() - interval '1 minute' then
    perform app.set_context(null, null, null, '', '{"kind": "system", "label": "key look-up"}');
    update public.tenant_api_keys t set last_used_at = now() where t.tenant_id = k.tenant_id and t.id = k.id;
  end if;
  return query
  select k.tenant_id, t.status, k.id, k.name, k.permissions,
    case when k.restricted_to_accounts then app.api_key_scope(k.tenant_id, k.id) end,
    case when k.revoked_at <= now() then 'revoked' when k.expires_at <= now() then 'expired' else 'live' end
  from public.tenants t where t.id = k.tenant_id;
end $$;
comment on function app.api_key_actor(bytea) is
  'What an access key may do, found by the hash of the key; notes its use at most once a minute.';

create function app.find_tenant(tenant_slug text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.id from public.tenants t where t.slug = tenant_slug
$$;
comment on function app.find_tenant(text) is 'Id of a tenant by its slug, for background work and command-line tools.';

create function app.has_tenants() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.tenants)
$$;
comment on function app.has_tenants() is 'False in a database that nobody has used yet.';

create function app.member_names() returns table (user_id uuid, membership_id uuid, full_name text, avatar_url text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, m.id, coalesce(nullif(u.full_name, ''), split_part(u.email, '@', 1)), u.avatar_url
  from public.memberships m join public.users u on u.id = m.user_id where m.tenant_id = app.tenant_id()
$$;
comment on function app.member_names() is 'Names of the people of the transaction''s tenant, past members included: all that members see of each other''s rows in users.';

-- ── For operators and the platform ───────────────────────────────────────────────────────────────────────────────

create function app.create_user(address text, person_name text, hash text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
begin
  if session_user not in ('tenant_user', 'platform_admin') then
    perform app.set_context(null, null, null, '', jsonb_build_object('kind', 'system', 'label', 'database: ' || session_user));
  end if;
  insert into public.users (email, full_name) values (btrim(address), person_name) returning id into person;
  if hash is not null then insert into public.user_credentials (user_id, password_hash) values (person, hash); end if;
  return person;
end $$;
comment on function app.create_user(text, text, text) is 'Makes a person; the hash is argon2id, or null for one who signs in with Google.';

create function app.create_platform_admin(person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.platform_admins (user_id) values (person) on conflict do nothing
$$;
comment on function app.create_platform_admin(uuid) is 'Makes a person a platform admin. For operators at the command line only.';

create function app.create_tenant(tenant_slug text, tenant_name text, tenant_domain text, tier text, template_name text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  template public.templates;
  tenant uuid;
  role jsonb;
  role_id uuid;
begin
  -- Looked up here: neither the owner nor a tenant sees templates, whose policies are for the platform.
  select * into template from public.templates t where t.name = template_name order by t.version desc limit 1;
  if not found then raise exception 'there is no template %', template_name using errcode = '22023'; end if;
  insert into public.tenants (slug, name, domain, subscription_tier) values (tenant_slug, tenant_name, tenant_domain, tier)
  returning id into tenant;
  insert into public.tenant_configs (tenant_id, template_id) values (tenant, template.id);
  for role in select * from jsonb_array_elements(template.definition -> 'roles') loop
    insert into public.roles (tenant_id, key, name, description, grants_all)
    values (tenant, role ->> 'key', role ->> 'name', coalesce(role ->> 'description', ''), coalesce((role ->> 'grants_all')::boolean, false))
    returning id into role_id;
    insert into public.role_permissions (tenant_id, role_id, permission)
    select tenant, role_id, p from jsonb_array_elements_text(coalesce(role -> 'permissions', '[]')) p;
  end loop;
  return tenant;
end $$;
comment on function app.create_tenant(text, text, text, text, text) is 'Makes a tenant with the roles of the newest version of a template.';

select app.enable_definer_access('tenant_configs', 'select, insert');
select app.enable_definer_access('templates', 'select');
grant insert on tenants, roles, role_permissions, platform_admins to bulkhead_definer;

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.branch_ids(uuid, uuid[])', 'app.member_scope(uuid, uuid)', 'app.api_key_scope(uuid, uuid)',
    'app.check_principal(text, uuid, uuid)', 'app.enter_read(text, uuid, uuid)',
    'app.enter(text, uuid, uuid, jsonb)', 'app.enter_platform(uuid, boolean, jsonb)',
    'app.find_credentials(text)', 'app.find_google_user(text, text)', 'app.open_session(uuid, inet, text, interval)',
    'app.close_session(uuid)', 'app.session_person(uuid)', 'app.session_actor(uuid, text)', 'app.api_key_actor(bytea)',
    'app.find_tenant(text)', 'app.has_tenants()', 'app.member_names()', 'app.create_user(text, text, text)', 'app.create_platform_admin(uuid)',
    'app.create_tenant(text, text, text, text, text)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

revoke execute on all functions in schema app from public;

grant execute on function
  app.enter_read(text, uuid, uuid), app.enter(text, uuid, uuid, jsonb), app.find_credentials(text), app.find_google_user(text, text),
  app.open_session(uuid, inet, text, interval), app.close_session(uuid), app.session_person(uuid),
  app.session_actor(uuid, text), app.api_key_actor(bytea), app.find_tenant(text), app.member_names() to tenant_user;
grant execute on function app.enter_platform(uuid, boolean, jsonb), app.create_user(text, text, text),
  app.create_tenant(text, text, text, text, text) to platform_admin;
grant execute on function app.find_tenant(text), app.has_tenants(), app.create_user(text, text, text), app.create_platform_admin(uuid),
  app.create_tenant(text, text, text, text, text) to current_user;
