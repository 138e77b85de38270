-- Switches of a tenant, in the platform's hand: dashboard, API, payments, refunds, exports. A row is a switch that is off;
-- the database refuses what it stops from the next request on. And what a suspended tenant would send out is kept.
--
-- Errors for the caller to tell apart:  BH020 switched off; the constraint's name says what, the message why

create table tenant_switches (
  tenant_id uuid not null references tenants (id),
  name text collate "C" not null check (name in ('dashboard', 'api', 'payments', 'refunds', 'exports')),
  reason text not null check (length(btrim(reason)) between 1 and 500),
  switched_off_by uuid default app.platform_user_id(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, name)
);
comment on table tenant_switches is 'What the platform has switched off for a tenant, why and by whom. No row: it is on.';
comment on column tenant_switches.reason is 'Read by whoever is refused, and in the tenant''s own log.';
comment on column tenant_switches.switched_off_by is 'The platform admin, by the context of the transaction; null: an operator at the database.';
select app.enable_stamps('tenant_switches');
select app.enable_audit('tenant_switches', key_columns => 'name');
select app.enable_tenant_rls('tenant_switches');
-- A tenant reads what is off, and lifts nothing.
grant select (tenant_id, name, reason, created_at) on tenant_switches to tenant_user;
select app.enable_definer_access('tenant_switches', 'select');
select app.enable_platform_access('tenant_switches', 'select, insert (tenant_id, name, reason), delete');
-- Whoever is remembered as let in is asked for again.
select app.enable_pass_drop('tenant_switches', 'tenant', 'tenant_id');

create function app.refuse_switched_off(switch text, why text) returns void
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using errcode = 'BH020', constraint = 'tenant_switches_' || switch,
    message = case switch when 'dashboard' then 'The dashboard is' when 'api' then 'The API is' when 'payments' then 'Payments are'
      when 'refunds' then 'Refunds are' else 'Exports are' end || ' switched off for this tenant by the platform: ' || why;
end $$;
comment on function app.refuse_switched_off(text, text) is 'Raises BH020 in words that the tenant may read.';

create function app.require_switch(tenant uuid, switch text) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  why text;
begin
  select s.reason into why from public.tenant_switches s where s.tenant_id = tenant and s.name = switch;
  if found then perform app.refuse_switched_off(switch, why); end if;
end $$;
comment on function app.require_switch(uuid, text) is 'Raises BH020 where a switch of the tenant is off.';

create function app.require_own_switch(switch text) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  why text;
begin
  select s.reason into why from public.tenant_switches s where s.tenant_id = app.tenant_id() and s.name = switch;
  if found then perform app.refuse_switched_off(switch, why); end if;
end $$;
comment on function app.require_own_switch(text) is
  'The same for the transaction''s own tenant, with the rights of whoever asks: for commands that must refuse before anything else does.';

-- ── Ways in ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- A session opens the dashboard and the API: whoever looks its rights up says which.

drop function app.session_actor(uuid, text);
create function app.session_actor(session uuid, tenant_slug text, way text default 'dashboard')
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
  if found then
    perform app.require_switch(t.id, way) from public.tenants t where t.slug = tenant_slug;
    return;
  end if;

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
  -- Behind the membership: nobody else learns anything of the tenant.
  if tenant_status = 'active' then perform app.require_switch(tenant_id, way); end if;
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
comment on function app.session_actor(uuid, text, text) is
  'What a live session may do in a tenant, by one of its ways (dashboard, api); no row without a membership. account_ids null: '
  'all accounts. pass_id null: the rights are just being changed, or the tenant is not active.';

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
  if found then
    perform app.require_switch(k.tenant_id, 'api');
    return;
  end if;

  keeps := app.may_keep_rights(k.tenant_id, null);
  -- Once more, so that what was committed before the locks were given is seen.
  select * into k from public.tenant_api_keys t where t.key_hash = hash;
  if not found then return; end if;
  select t.id, t.status, k.id, k.name, k.permissions,
    case when k.revoked_at <= now() then 'revoked' when k.expires_at <= now() then 'expired' else 'live' end
  into tenant_id, tenant_status, api_key_id, name, permissions, state
  from public.tenants t where t.id = k.tenant_id;
  if state = 'live' and tenant_status = 'active' then perform app.require_switch(tenant_id, 'api'); end if;
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
  if kind = 'apiKey' then perform app.require_switch(tenant, 'api'); end if;
  -- A session comes by the dashboard or by the API, which app.session_actor() tells apart; with both off it comes by none.
  if kind = 'member' and (select count(*) from public.tenant_switches s where s.tenant_id = tenant and s.name in ('dashboard', 'api')) = 2 then
    perform app.require_switch(tenant, 'dashboard');
  end if;
  if kind = 'member' then perform app.check_second_factor(principal, tenant); end if;
end $$;

-- ── Payments and refunds ─────────────────────────────────────────────────────────────────────────────────────────
-- What is under way settles. What is imported as settled moves no money.

create function app.check_payment_switch() returns trigger
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.refuse_out_of_reach(new.tenant_id, new.account_id);
  perform app.require_switch(new.tenant_id, 'payments');
  return new;
end $$;
comment on function app.check_payment_switch() is 'Refuses to make or confirm a payment where payments are switched off.';
create trigger payment_switch_insert before insert on payment_intents for each row
  when (new.status in ('INITIALIZED', 'PROCESSING')) execute function app.check_payment_switch();
create trigger payment_switch_update before update on payment_intents for each row
  when (old.status = 'INITIALIZED' and new.status = 'PROCESSING') execute function app.check_payment_switch();

create function app.check_refund_switch() returns trigger
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.refuse_out_of_reach(new.tenant_id, new.account_id);
  perform app.require_switch(new.tenant_id, 'refunds');
  return new;
end $$;
comment on function app.check_refund_switch() is 'Refuses to ask for or approve a refund where refunds are switched off.';
-- By its name before the tenant's own guard rails.
create trigger platform_switch_insert before insert on refunds for each row
  when (new.status = 'PENDING') execute function app.check_refund_switch();
create trigger platform_switch_update before update on refunds for each row
  when (old.approval_status is distinct from new.approval_status and new.approval_status = 'approved')
  execute function app.check_refund_switch();

-- ── What a suspended tenant would send out ───────────────────────────────────────────────────────────────────────

create or replace function app.mail_to_send(mail uuid) returns table (recipient text, subject text, body_text text, body_html text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.recipient, m.subject, m.body_text, m.body_html from public.mails m where m.id = mail and m.status = 'queued'
    and not exists (select 1 from public.tenants t where t.id = m.about_tenant_id and t.status <> 'active')
$$;
comment on function app.mail_to_send(uuid) is
  'A mail that is waiting, for its job, which alone knows the id. Mails of a tenant that is not active wait until it is.';

create function app.resume_sending() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job('mails.send', json_build_object('mail_id', m.id, 'tenant_id', null))
  from public.mails m where m.about_tenant_id = new.id and m.status = 'queued'
    -- One that is tried again anyway is not sent twice.
    and not exists (select 1 from graphile_worker._private_jobs j where j.payload ->> 'mail_id' = m.id::text);
  -- To another time than before, by which a job that is just putting one off notices.
  update public.webhook_deliveries d set next_attempt_at = clock_timestamp()
  where d.tenant_id = new.id and d.status = 'pending';
  -- What is more than that is overdue from now on, and is found by the clock.
  perform graphile_worker.add_job('webhooks.deliver',
    json_build_object('tenant_id', new.id, 'delivery_id', w.id, 'tries', w.tries),
    job_key => concat_ws(':', new.id, 'webhooks.deliver', w.id))
  from (select d.id, d.tries from public.webhook_deliveries d
    where d.tenant_id = new.id and d.status = 'pending' order by d.id limit 5000) w;
  return null;
end $$;
comment on function app.resume_sending() is 'A tenant that is active again sends what was kept: mails and webhooks.';
create trigger resume_sending after update on tenants for each row
  when (old.status <> 'active' and new.status = 'active') execute function app.resume_sending();
grant update (next_attempt_at) on webhook_deliveries to bulkhead_definer;

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.require_switch(uuid, text)', 'app.session_actor(uuid, text, text)', 'app.check_payment_switch()',
    'app.check_refund_switch()', 'app.resume_sending()']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.refuse_switched_off(text, text), app.require_own_switch(text) from public;
grant execute on function app.refuse_switched_off(text, text) to tenant_user, bulkhead_definer;
grant execute on function app.require_own_switch(text) to tenant_user;
grant execute on function app.session_actor(uuid, text, text) to tenant_user;
