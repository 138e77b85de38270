revoke update (next_attempt_at) on webhook_deliveries from bulkhead_definer;
drop trigger resume_sending on tenants;
drop function app.resume_sending();
create or replace function app.mail_to_send(mail uuid) returns table (recipient text, subject text, body_text text, body_html text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.recipient, m.subject, m.body_text, m.body_html from public.mails m where m.id = mail and m.status = 'queued'
$$;
comment on function app.mail_to_send(uuid) is 'A mail that is waiting, for its job, which alone knows the id.';
drop trigger platform_switch_update on refunds;
drop trigger platform_switch_insert on refunds;
drop function app.check_refund_switch();
drop trigger payment_switch_update on payment_intents;
drop trigger payment_switch_insert on payment_intents;
drop function app.check_payment_switch();

create or replace function app.check_own_principal(kind text, tenant uuid, principal uuid, out person uuid, out label text, out scope text)
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
  if kind = 'member' then perform app.check_second_factor(principal, tenant); end if;
end $$;

create or replace function app.api_key_actor(hash bytea)
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

drop function app.session_actor(uuid, text, text);
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
alter function app.session_actor(uuid, text) owner to bulkhead_definer;
revoke execute on function app.session_actor(uuid, text) from public;
grant execute on function app.session_actor(uuid, text) to tenant_user;

drop function app.require_own_switch(text);
drop function app.require_switch(uuid, text);
drop function app.refuse_switched_off(text, text);
drop table tenant_switches;
