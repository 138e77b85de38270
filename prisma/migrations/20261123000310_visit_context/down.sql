drop function app.visit_actor(uuid, text);
create or replace function app.enter(actor_kind text, tenant uuid, principal uuid, details jsonb, pass uuid default null) returns void
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
create or replace function app.check_principal(kind text, tenant uuid, principal uuid, out person uuid, out label text, out scope text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v public.access_views;
begin
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
  'Checks that the session, key or view still lives and belongs to the tenant; answers its person, name and account scope. '
  'A view makes its transaction read-only.';
create or replace function app.idempotency_principal() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
  principal uuid;
begin
  if ctx is null or current_setting('app.seal', true) is distinct from app.seal() then
    raise exception 'an idempotency key without a context made by app.enter()' using errcode = '42501';
  end if;
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
comment on function app.idempotency_principal() is 'Whose idempotency keys this transaction uses: the person, or the first key of a chain of rotations.';
drop function app.enter_visit(uuid, uuid, jsonb);
drop function app.living_visit(uuid, uuid);
alter table audit_logs drop column visit_id;
