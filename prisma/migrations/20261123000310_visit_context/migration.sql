-- A visit is a further kind of actor: it opens a tenant's context for a platform admin who is no member, as long as the
-- visit lives. It has no pass: visits are rare, and nothing of them is ever remembered.
--
-- Errors for the caller to tell apart: BH009 the visit has ended · BH010 it only reads.

alter table audit_logs add column visit_id uuid default ((app.context() ->> 'visit_id')::uuid);
comment on column audit_logs.visit_id is 'The visit in which a platform admin did it.';
create index audit_logs_visit on audit_logs (tenant_id, visit_id, id) where visit_id is not null;

create function app.living_visit(tenant uuid, visit uuid) returns public.tenant_visits
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v from public.tenant_visits v
  join public.sessions s on s.id = v.session_id and s.user_id = v.user_id and s.revoked_at is null and s.expires_at > now()
  join public.users u on u.id = v.user_id and u.disabled_at is null
  join public.platform_admins p on p.user_id = v.user_id
  where v.tenant_id = tenant and v.id = visit and v.ended_at is null and v.ends_at > now()
$$;
comment on function app.living_visit(uuid, uuid) is
  'A visit that has begun and not ended, of a platform admin who still is one and whose session lives; or null.';

create or replace function app.check_principal(kind text, tenant uuid, principal uuid, out person uuid, out label text, out scope text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v public.access_views;
  visit public.tenant_visits;
begin
  if kind = 'visit' then
    visit := app.living_visit(tenant, principal);
    if visit.id is null then raise exception 'the visit has ended' using errcode = 'BH009'; end if;
    perform app.check_second_factor(visit.session_id, tenant);
    -- Nobody's own rows are the visitor's: the context has no person.
    person := null;
    label := visit.admin_name;
    scope := '*';
    return;
  end if;
  if kind <> 'view' then
    select c.person, c.label, c.scope into person, label, scope from app.check_own_principal(kind, tenant, principal) c;
    return;
  end if;
  v := app.living_view(tenant, principal);
  if v.id is null then raise exception 'the view has ended' using errcode = 'BH008'; end if;
  select c.label, app.scope_within(c.scope, s.scope) into label, scope
  from app.check_own_principal('member', tenant, v.session_id) c, app.view_subject(v) s;
  -- Whoever looks as somebody else changes nothing, and is nobody: neither the one's nor the other's own rows are shown.
  perform set_config('transaction_read_only', 'on', true);
  person := null;
end $$;
comment on function app.check_principal(text, uuid, uuid) is
  'Checks that the session, key, view or visit still lives and belongs to the tenant; answers its person, name and account '
  'scope. A view makes its transaction read-only.';

create function app.enter_visit(tenant uuid, visit uuid, details jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v public.tenant_visits;
begin
  perform app.check_principal('visit', tenant, visit);
  select * into v from public.tenant_visits o where o.tenant_id = tenant and o.id = visit;
  -- A tenant that is suspended or closed is looked at and left as it is.
  if v.writing_agreed_at is null or not exists (select 1 from public.tenants t where t.id = tenant and t.status = 'active') then
    raise exception 'the visit only reads' using errcode = 'BH010';
  end if;
  perform app.set_context(tenant, null, v.user_id, '*', details || jsonb_build_object(
    'kind', 'platform_admin', 'label', v.admin_name, 'visit_id', v.id, 'reason', v.reason));
end $$;
comment on function app.enter_visit(uuid, uuid, jsonb) is
  'Opens and seals a tenant''s context for a visit that may write: audit rows name the platform admin, the visit and its reason.';

create or replace function app.enter(actor_kind text, tenant uuid, principal uuid, details jsonb, pass uuid default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_row record;
begin
  if actor_kind = 'visit' then
    perform app.enter_visit(tenant, principal, details);
    return;
  end if;
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

create function app.visit_actor(session uuid, tenant_slug text)
returns table (tenant_id uuid, tenant_name text, tenant_status text, user_id uuid, visit_id uuid, reason text, ends_at timestamptz,
  is_writing boolean, is_writing_asked boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select t.id, t.name, t.status, v.user_id, v.id, v.reason, v.ends_at,
    v.writing_agreed_at is not null and t.status = 'active', v.writing_asked_at is not null
  from public.tenants t
  join public.tenant_visits o on o.tenant_id = t.id and o.session_id = session and o.ended_at is null
  cross join lateral app.living_visit(t.id, o.id) v
  where t.slug = tenant_slug and v.id is not null
  order by v.started_at desc limit 1;
end $$;
comment on function app.visit_actor(uuid, text) is
  'The living visit of a session to a tenant; no row without one. Which session it is, its own signed token says.';

-- What a visit does twice under one key happens once: the keys are the visit's.
create or replace function app.idempotency_principal() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
  principal uuid;
begin
  if ctx is null or current_setting('app.seal', true) is distinct from app.seal() then
    raise exception 'an idempotency key without a context made by app.enter()' using errcode = '42501';
  end if;
  if ctx ->> 'visit_id' is not null then return (ctx ->> 'visit_id')::uuid; end if;
  if ctx ->> 'kind' <> 'api_key' then return app.user_id(); end if;
  with recursive chain as (
    select k.id, k.replaces_id from public.tenant_api_keys k
    where k.tenant_id = app.tenant_id() and k.id = (ctx ->> 'api_key_id')::uuid
    union
    select k.id, k.replaces_id from chain c
    join public.tenant_api_keys k on k.tenant_id = app.tenant_id() and k.id = c.replaces_id
  )
  select c.id into principal from chain c where c.replaces_id is null;
  return principal;
end $$;
comment on function app.idempotency_principal() is
  'Whose idempotency keys this transaction uses: the person, the visit, or the first key of a chain of rotations.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.living_visit(uuid, uuid)', 'app.enter_visit(uuid, uuid, jsonb)', 'app.visit_actor(uuid, text)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.visit_actor(uuid, text) to tenant_user;
