-- The door: how a connection comes to a context, and the few look-ups that are needed before there is one.
-- All functions here run as bulkhead_definer and return as little as their caller needs.
--
-- Errors for the caller to tell apart:  BH001 session ended · BH002 no membership · BH003 tenant not active
--                                       BH004 key unknown, revoked or expired · BH005 not a platform admin
--                                       BH006 the pass is gone: look the rights up anew

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

-- ── Passes ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- What a session may do in a tenant follows from a dozen rows of ten tables. A pass is the answer, kept: made by the
-- look-up of an actor, checked by one primary-key look-up in front of each statement, and deleted by triggers on every
-- change that it depends on, in the transaction of that change. Without a pass everything works as well, at the cost of
-- the whole check.
--
-- That no change is missed: whoever makes a pass holds a shared lock on the subjects that it depends on while reading;
-- whoever changes them takes the exclusive one after the change and before deleting, and keeps it until the commit. So
-- a pass that was made from the old rows is there to be deleted, and none is made from them afterwards.

-- Unlogged: after a crash all are gone, and made again.
create unlogged table app.passes (
  tenant_id uuid not null,
  principal_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('member', 'apiKey')),
  person_id uuid,
  membership_id uuid,
  label text not null,
  permissions text[] not null,
  account_scope text not null,
  valid_until timestamptz not null,
  primary key (tenant_id, principal_id)
);
comment on table app.passes is 'What a live session or access key may do in a tenant, worked out and kept until something changes.';
comment on column app.passes.principal_id is 'The session or access key.';
comment on column app.passes.id is 'Changes with the rights: whoever remembers rights under another id remembers old ones.';
comment on column app.passes.account_scope is 'As the setting app.account_scope: a star, or the ids of the reachable accounts.';
comment on column app.passes.valid_until is 'End of the session or key, and an hour after the making at the latest.';
create index passes_person on app.passes (person_id);
create index passes_end on app.passes (valid_until);
alter table app.passes enable row level security;
alter table app.passes force row level security;
select app.enable_definer_access('app.passes', 'select, insert, update, delete');
comment on schema app is 'Helpers of Bulkhead: context, policies, audit, identity look-ups, passes.';

create function app.rights_lock(subject uuid) returns int
language sql immutable set search_path = pg_catalog, pg_temp as $$ select hashtext(subject::text) & 255 $$;
comment on function app.rights_lock(uuid) is
  'Number of the advisory lock on what a tenant or person may do. There are 256, so that no change needs more.';

-- First keys of the advisory locks, arbitrary and used nowhere else: 7239016 rights, 7239017 account tree.
create function app.may_keep_rights(tenant uuid, person uuid) returns boolean
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select pg_try_advisory_xact_lock_shared(7239016, app.rights_lock(tenant))
    and (person is null or pg_try_advisory_xact_lock_shared(7239016, app.rights_lock(person)))
$$;
comment on function app.may_keep_rights(uuid, uuid) is
  'True if nobody is changing these rights, and nobody will before this transaction has ended. Never waits.';

create function app.may_keep_tree(tenant uuid) returns boolean
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select pg_try_advisory_xact_lock_shared(7239017, app.rights_lock(tenant))
$$;
comment on function app.may_keep_tree(uuid) is 'The same for the tenant''s account tree, on which the scope of restricted actors depends.';

create function app.make_pass(pass app.passes) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The principal's own that has run out, and a few of others, so that the table holds those in use.
  delete from app.passes p where p.tenant_id = pass.tenant_id and p.principal_id = pass.principal_id and p.valid_until <= now();
  delete from app.passes p where (p.tenant_id, p.principal_id) in (
    select o.tenant_id, o.principal_id from app.passes o where o.valid_until < now() - interval '1 minute'
    order by o.valid_until limit 10 for update skip locked);
  -- Somebody may have made it at the same time, from the same rows.
  insert into app.passes select pass.* on conflict do nothing;
  return (select p.id from app.passes p where p.tenant_id = pass.tenant_id and p.principal_id = pass.principal_id);
end $$;
comment on function app.make_pass(app.passes) is
  'Keeps rights that were read under the locks of app.may_keep_rights(), and app.may_keep_tree() for a restricted actor; answers the pass''s id.';

create function app.drop_passes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  reach text := tg_argv[0];
  subject uuid;
begin
  -- An older snapshot would not see the passes that were made since.
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'rights are changed in READ COMMITTED transactions only' using errcode = '0A000';
  end if;
  if reach = 'all' then
    perform pg_advisory_xact_lock(class, number) from unnest(array[7239016, 7239017]) class, generate_series(0, 255) number;
    delete from app.passes;
    return null;
  end if;
  foreach subject in array array[to_jsonb(old) ->> tg_argv[1], to_jsonb(new) ->> tg_argv[1]]::uuid[] loop
    continue when subject is null;
    perform pg_advisory_xact_lock(case reach when 'tree' then 7239017 else 7239016 end, app.rights_lock(subject));
    if reach = 'person' then
      delete from app.passes p where p.person_id = subject;
    elsif reach = 'tree' then
      delete from app.passes p where p.tenant_id = subject and p.account_scope <> '*';
    else
      delete from app.passes p where p.tenant_id = subject;
    end if;
  end loop;
  return null;
end $$;
comment on function app.drop_passes() is
  'Deletes the passes that a change makes wrong. Arguments: whose (tenant, tree: the tenant''s restricted actors, person, all), and the column that names it.';

create function app.enable_pass_drop(target regclass, reach text, subject_column text, watched text default '') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  call text := format('for each row %%s execute function app.drop_passes(%L, %L)', reach, subject_column);
  old_values text := (select string_agg('old.' || btrim(c), ', ') from regexp_split_to_table(nullif(watched, ''), ',') c);
begin
  -- A new row gives nothing to whoever had no pass; where it can change rights that are there, every column counts.
  if watched = '' then
    execute format('create trigger drop_passes_insert after insert on %s ' || call, target, '');
    execute format('create trigger drop_passes_update after update on %s ' || call, target, '');
  else
    execute format('create trigger drop_passes_update after update on %s ' || call, target,
      format('when ((%s) is distinct from (%s))', old_values, replace(old_values, 'old.', 'new.')));
  end if;
  execute format('create trigger drop_passes_delete after delete on %s ' || call, target, '');
  execute format('create trigger drop_passes_truncate after truncate on %s for each statement execute function app.drop_passes(''all'')', target);
end $$;
comment on function app.enable_pass_drop(regclass, text, text, text) is
  'For a table that rights depend on: its changes delete passes. `watched`: the columns whose update counts; none: all, and inserts too.';

select app.enable_pass_drop('tenants', 'tenant', 'id', 'id, slug, name, status'),
  app.enable_pass_drop('users', 'person', 'id', 'id, email, full_name, disabled_at'),
  app.enable_pass_drop('sessions', 'person', 'user_id', 'id, user_id, expires_at, revoked_at'),
  app.enable_pass_drop('memberships', 'tenant', 'tenant_id', 'tenant_id, id, user_id, status, restricted_to_accounts, deleted_at'),
  app.enable_pass_drop('membership_roles', 'tenant', 'tenant_id'),
  app.enable_pass_drop('roles', 'tenant', 'tenant_id', 'tenant_id, id, grants_all'),
  app.enable_pass_drop('role_permissions', 'tenant', 'tenant_id'),
  app.enable_pass_drop('membership_accounts', 'tenant', 'tenant_id'),
  app.enable_pass_drop('tenant_api_keys', 'tenant', 'tenant_id',
    'tenant_id, id, key_hash, name, permissions, restricted_to_accounts, expires_at, revoked_at'),
  app.enable_pass_drop('tenant_api_key_accounts', 'tenant', 'tenant_id'),
  app.enable_pass_drop('accounts', 'tree', 'tenant_id', 'tenant_id, id, path');
-- An account at the top belongs to nobody's branch yet.
create trigger drop_passes_insert after insert on accounts for each row when (new.parent_id is not null)
  execute function app.drop_passes('tree', 'tenant_id');
create trigger drop_passes after insert or update or delete or truncate on permissions
  for each statement execute function app.drop_passes('all');

-- ── Ways in ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Reading sets only what policies need, since the transaction cannot write: no names, no seal.

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

create function app.enter_read(actor_kind text, tenant uuid, principal uuid, pass uuid default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_person uuid;
  found_scope text;
begin
  -- One look-up and the settings in one statement: this runs in front of every read.
  if pass is not null then
    perform set_config('app.current_tenant', p.tenant_id::text, true),
            set_config('app.user_id', coalesce(p.person_id::text, ''), true),
            set_config('app.account_scope', p.account_scope, true),
            set_config('transaction_read_only', 'on', true)
    from app.passes p
    where p.tenant_id = tenant and p.principal_id = principal and p.id = pass and p.kind = actor_kind and p.valid_until > now();
    if found then return; end if;
    raise exception 'the pass is gone' using errcode = 'BH006';
  end if;
  select c.person, c.scope into found_person, found_scope from app.check_principal(actor_kind, tenant, principal) c;
  perform set_config('app.current_tenant', coalesce(tenant::text, ''), true),
          set_config('app.user_id', coalesce(found_person::text, ''), true),
          set_config('app.account_scope', found_scope, true),
          set_config('transaction_read_only', 'on', true);
end $$;
comment on function app.enter_read(text, uuid, uuid, uuid) is
  'Opens a tenant''s context for reading, after checking in the same round trip as the work that the session or key still '
  'lives: by its pass, or without one by all rows it depends on. Kinds: member (principal: session), apiKey (principal: key), '
  'system (none).';

create function app.enter(actor_kind text, tenant uuid, principal uuid, details jsonb, pass uuid default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_row record;
begin
  if pass is null then
    select c.person, c.label, c.scope into found_row from app.check_principal(actor_kind, tenant, principal) c;
  else
    select p.person_id as person, p.label, p.account_scope as scope into found_row from app.passes p
    where p.tenant_id = tenant and p.principal_id = principal and p.id = pass and p.kind = actor_kind and p.valid_until > now();
    if not found then raise exception 'the pass is gone' using errcode = 'BH006'; end if;
  end if;
  perform app.set_context(tenant, found_row.person, null, found_row.scope, details || case actor_kind
    when 'member' then jsonb_build_object('kind', 'user', 'label', found_row.label)
    when 'apiKey' then jsonb_build_object('kind', 'api_key', 'api_key_id', principal, 'label', found_row.label)
    else jsonb_build_object('kind', 'system') end);
end $$;
comment on function app.enter(text, uuid, uuid, jsonb, uuid) is
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
returns table (tenant_id uuid, tenant_name text, tenant_status text, user_id uuid, membership_id uuid, permissions text[],
  account_ids uuid[], pass_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  pass app.passes;
  is_restricted boolean;
  keeps boolean;
begin
  return query
  select t.id, t.name, t.status, p.person_id, p.membership_id, p.permissions, nullif(p.account_scope, '*')::uuid[], p.id
  from public.tenants t
  join app.passes p on p.tenant_id = t.id and p.principal_id = session and p.kind = 'member' and p.valid_until > now()
  where t.slug = tenant_slug;
  if found then return; end if;

  select app.may_keep_rights(t.id, s.user_id) into keeps from public.sessions s, public.tenants t
  where s.id = session and t.slug = tenant_slug;
  -- A statement of its own, so that it sees what was committed before the locks were given.
  select t.id, t.name, t.status, u.id, m.id, coalesce(nullif(u.full_name, ''), u.email), m.restricted_to_accounts,
    least(s.expires_at, now() + interval '1 hour'),
    case when (select bool_or(r.grants_all) from public.membership_roles mr
               join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
               where mr.tenant_id = m.tenant_id and mr.membership_id = m.id)
         then array(select p.name from public.permissions p)
         else array(select distinct rp.permission from public.membership_roles mr
                    join public.role_permissions rp on rp.tenant_id = mr.tenant_id and rp.role_id = mr.role_id
                    where mr.tenant_id = m.tenant_id and mr.membership_id = m.id) end
  into tenant_id, tenant_name, tenant_status, user_id, membership_id, pass.label, is_restricted, pass.valid_until, permissions
  from public.sessions s
  join public.users u on u.id = s.user_id and u.disabled_at is null
  join public.memberships m on m.user_id = u.id and m.deleted_at is null and m.status = 'active'
  join public.tenants t on t.id = m.tenant_id
  where s.id = session and s.revoked_at is null and s.expires_at > now() and t.slug = tenant_slug;
  if not found then return; end if;
  if is_restricted then
    keeps := keeps and app.may_keep_tree(tenant_id);
    account_ids := app.member_scope(tenant_id, membership_id);
  end if;
  if keeps and tenant_status = 'active' then
    pass := (tenant_id, session, gen_random_uuid(), 'member', user_id, membership_id, pass.label, permissions,
      coalesce(account_ids::text, '*'), pass.valid_until);
    pass_id := app.make_pass(pass);
  end if;
  return next;
end $$;
comment on function app.session_actor(uuid, text) is
  'What a live session may do in a tenant; no row without a membership. account_ids null: all accounts. pass_id null: the '
  'rights are just being changed, or the tenant is not active.';

create function app.api_key_actor(hash bytea)
returns table (tenant_id uuid, tenant_status text, api_key_id uuid, name text, permissions text[], account_ids uuid[], state text,
  pass_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.tenant_api_keys;
  pass app.passes;
  keeps boolean;
begin
  select * into k from public.tenant_api_keys t where t.key_hash = hash;
  if not found then return; end if;
  if k.last_used_at is null or k.last_used_at < now() - interval '30 seconds' then
    perform app.set_context(null, null, null, '', '{"kind": "system", "label": "key look-up"}');
    update public.tenant_api_keys t set last_used_at = now() where t.tenant_id = k.tenant_id and t.id = k.id;
  end if;
  return query
  select p.tenant_id, 'active', p.principal_id, p.label, p.permissions, nullif(p.account_scope, '*')::uuid[], 'live', p.id
  from app.passes p
  where p.tenant_id = k.tenant_id and p.principal_id = k.id and p.kind = 'apiKey' and p.valid_until > now();
  if found then return; end if;

  keeps := app.may_keep_rights(k.tenant_id, null);
  -- Once more, so that what was committed before the locks were given is seen.
  select * into k from public.tenant_api_keys t where t.key_hash = hash;
  if not found then return; end if;
  select t.id, t.status, k.id, k.name, k.permissions,
    case when k.revoked_at <= now() then 'revoked' when k.expires_at <= now() then 'expired' else 'live' end
  into tenant_id, tenant_status, api_key_id, name, permissions, state
  from public.tenants t where t.id = k.tenant_id;
  if k.restricted_to_accounts then
    keeps := keeps and app.may_keep_tree(tenant_id);
    account_ids := app.api_key_scope(tenant_id, api_key_id);
  end if;
  if keeps and state = 'live' and tenant_status = 'active' then
    pass := (tenant_id, api_key_id, gen_random_uuid(), 'apiKey', null, null, name, permissions,
      coalesce(account_ids::text, '*'), least(k.expires_at, k.revoked_at, now() + interval '1 hour'));
    pass_id := app.make_pass(pass);
  end if;
  return next;
end $$;
comment on function app.api_key_actor(bytea) is
  'What an access key may do, found by the hash of the key; notes its use at most every half minute. pass_id as in app.session_actor().';

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
    'app.rights_lock(uuid)', 'app.may_keep_rights(uuid, uuid)', 'app.may_keep_tree(uuid)', 'app.make_pass(app.passes)',
    'app.drop_passes()', 'app.check_principal(text, uuid, uuid)', 'app.enter_read(text, uuid, uuid, uuid)',
    'app.enter(text, uuid, uuid, jsonb, uuid)', 'app.enter_platform(uuid, boolean, jsonb)',
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
  app.enter_read(text, uuid, uuid, uuid), app.enter(text, uuid, uuid, jsonb, uuid), app.find_credentials(text), app.find_google_user(text, text),
  app.open_session(uuid, inet, text, interval), app.close_session(uuid), app.session_person(uuid),
  app.session_actor(uuid, text), app.api_key_actor(bytea), app.find_tenant(text), app.member_names() to tenant_user;
grant execute on function app.enter_platform(uuid, boolean, jsonb), app.create_user(text, text, text),
  app.create_tenant(text, text, text, text, text) to platform_admin;
grant execute on function app.find_tenant(text), app.has_tenants(), app.create_user(text, text, text), app.create_platform_admin(uuid),
  app.create_tenant(text, text, text, text, text) to current_user;
