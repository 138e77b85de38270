-- A tenant is made in one go: with its template's roles, settings and sample accounts, and an invitation to its first
-- owner. After that its owners invite people themselves: the platform never puts anybody into a tenant that has one.

-- ── Making a tenant ──────────────────────────────────────────────────────────────────────────────────────────────

grant insert on accounts, invitations, invitation_roles to bulkhead_definer;

create function app.create_sample_accounts(tenant uuid, branch jsonb, parent uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  sample jsonb;
  account uuid;
begin
  for sample in select * from jsonb_array_elements(coalesce(branch, '[]')) loop
    insert into public.accounts (tenant_id, parent_id, name, display_name, currency, country)
    values (tenant, parent, sample ->> 'name', sample ->> 'display_name', sample ->> 'currency', sample ->> 'country')
    returning id into account;
    perform app.create_sample_accounts(tenant, sample -> 'children', account);
  end loop;
end $$;
comment on function app.create_sample_accounts(uuid, jsonb, uuid) is
  'Makes a template''s accounts with all below them: [{name, display_name, currency, country, children}].';

drop function app.create_tenant(text, text, text, text, text);
create function app.create_tenant(tenant_slug text, tenant_name text, tenant_domain text, tier text, template_name text,
  with_sample_accounts boolean default false) returns uuid
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
  if with_sample_accounts then perform app.create_sample_accounts(tenant, template.definition -> 'accounts', null); end if;
  return tenant;
end $$;
comment on function app.create_tenant(text, text, text, text, text, boolean) is
  'Makes a tenant with the roles of the newest version of a template, and its sample accounts if they are wanted.';

-- ── The first owner ──────────────────────────────────────────────────────────────────────────────────────────────

alter table invitations
  add column full_name text check (length(full_name) <= 200),
  add column invited_by_admin uuid;
comment on column invitations.full_name is 'What the person is called, as far as whoever invites knows: a suggestion when accepting.';
comment on column invitations.invited_by_admin is 'Who of the platform''s staff invited a first owner. Worth nothing once the tenant has an owner.';

create function app.has_owner(tenant uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.memberships m
    join public.users u on u.id = m.user_id and u.disabled_at is null
    join public.membership_roles mr on mr.tenant_id = m.tenant_id and mr.membership_id = m.id
    join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id and r.key = 'owner'
    where m.tenant_id = tenant and m.status = 'active' and m.deleted_at is null and not m.restricted_to_accounts)
$$;
comment on function app.has_owner(uuid) is 'True if somebody at work can give everything in the tenant.';

create function app.require_staff() returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.platform_user_id() is null or not app.context_is_sealed() then
    raise exception 'this is for a checked platform admin' using errcode = '42501';
  end if;
end $$;
comment on function app.require_staff() is 'For functions of the admin section, which reach beyond its policies.';

create function app.invite_owner(tenant uuid, address text, person_name text, hash bytea, lifetime interval) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  owner_role uuid;
  invitation uuid;
begin
  perform app.require_staff();
  -- In turn with everybody who changes rights there: of two who invite at once the second sees the first.
  perform pg_advisory_xact_lock(7239016, app.rights_lock(tenant));
  if app.has_owner(tenant) then
    raise exception 'the tenant has an owner' using errcode = '23514', constraint = 'invitations_first_owner';
  end if;
  select r.id into owner_role from public.roles r where r.tenant_id = tenant and r.key = 'owner';
  if not found then
    raise exception 'the tenant has no role of owners' using errcode = '23514', constraint = 'invitations_owner_role';
  end if;
  -- The platform's earlier one, and whatever is open for the same address, make room.
  update public.invitations i set revoked_at = now()
  where i.tenant_id = tenant and i.revoked_at is null and i.accepted_at is null
    and (i.invited_by_admin is not null or lower(i.email) = lower(btrim(address)));
  insert into public.invitations (tenant_id, email, full_name, token_hash, invited_by_admin, expires_at)
  values (tenant, btrim(address), nullif(btrim(person_name), ''), hash, app.platform_user_id(), now() + lifetime)
  returning id into invitation;
  insert into public.invitation_roles (tenant_id, invitation_id, role_id) values (tenant, invitation, owner_role);
  return invitation;
end $$;
comment on function app.invite_owner(uuid, text, text, bytea, interval) is
  'Invites somebody as the first owner of a tenant that has none; what the platform''s staff invited before serves no more.';

create function app.queue_tenant_mail(tenant uuid, recipient text, subject text, body_text text, body_html text, kind text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_staff();
  perform app.store_mail(recipient, subject, body_text, body_html, kind, tenant);
end $$;
comment on function app.queue_tenant_mail(uuid, text, text, text, text, text) is
  'Stores a mail about a tenant''s work in this transaction, for the platform''s staff, who work in no tenant.';

create or replace function app.invitation_state(i public.invitations) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  inviter public.memberships;
begin
  if i.accepted_at is not null then return 'accepted'; end if;
  if i.revoked_at is not null then return 'revoked'; end if;
  if i.expires_at <= now() then return 'expired'; end if;
  if (select t.status from public.tenants t where t.id = i.tenant_id) <> 'active' then return 'suspended'; end if;
  if i.invited_by is null then
    -- The platform's staff make a first owner, no second one.
    if i.invited_by_admin is not null and (app.has_owner(i.tenant_id) or not exists (select 1 from public.platform_admins p
        join public.users u on u.id = p.user_id and u.disabled_at is null where p.user_id = i.invited_by_admin)) then
      return 'void';
    end if;
    return 'open';
  end if;
  -- What whoever invited could not give now, nobody gets.
  select m.* into inviter from public.memberships m join public.users u on u.id = m.user_id and u.disabled_at is null
  where m.tenant_id = i.tenant_id and m.user_id = i.invited_by and m.status = 'active' and m.deleted_at is null;
  if not found or 'members:write' <> all (app.permissions_of(i.tenant_id, inviter.id))
     or app.invitation_exceeds(i.tenant_id, i.id, inviter.id)
     or (inviter.restricted_to_accounts and (not i.restricted_to_accounts
       or not app.invitation_scope(i.tenant_id, i.id) <@ app.member_scope(i.tenant_id, inviter.id))) then
    return 'void';
  end if;
  return 'open';
end $$;

drop function app.find_invitation(bytea);
create function app.find_invitation(hash bytea)
returns table (tenant_slug text, tenant_name text, email text, full_name text, inviter_name text, role_names text[], is_restricted boolean,
  expires_at timestamptz, state text, has_person boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.slug, t.name, i.email, i.full_name, coalesce(nullif(u.full_name, ''), u.email),
    array(select r.name from public.invitation_roles ir join public.roles r on r.tenant_id = ir.tenant_id and r.id = ir.role_id
      where ir.tenant_id = i.tenant_id and ir.invitation_id = i.id order by r.name),
    i.restricted_to_accounts, i.expires_at, app.invitation_state(i),
    exists (select 1 from public.users p where lower(p.email) = lower(i.email))
  from public.invitations i join public.tenants t on t.id = i.tenant_id
  left join public.users u on u.id = coalesce(i.invited_by, i.invited_by_admin)
  where i.token_hash = hash
$$;
comment on function app.find_invitation(bytea) is 'What an invited person is shown before accepting; no row for an unknown secret.';

-- ── What the admin section shows of a tenant ─────────────────────────────────────────────────────────────────────

create function app.owner_invitation(tenant uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_staff();
  return (select jsonb_build_object('email', i.email, 'full_name', i.full_name, 'state', app.invitation_state(i),
      'sent_at', i.sent_at, 'expires_at', i.expires_at)
    from public.invitations i where i.tenant_id = tenant and i.invited_by_admin is not null order by i.id desc limit 1);
end $$;
comment on function app.owner_invitation(uuid) is 'The newest invitation of a first owner, or null: what the platform''s staff sent, and what became of it.';

create function app.tenant_volume(tenant uuid, since date) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_staff();
  return (select coalesce(jsonb_agg(jsonb_build_object('currency', v.currency, 'count', v.count, 'amount', v.amount)
      order by v.count desc, v.currency), '[]')
    from (select k.currency, sum(k.count)::bigint as count, least(sum(k.amount), 9007199254740991)::bigint as amount
      from public.kept_totals k
      where k.tenant_id = tenant and k.resource = 'payment_intents' and k.day >= since
        and k.status in ('PROCESSED', 'PARTIALLY_REFUNDED', 'REFUNDED')
      group by k.currency having sum(k.count) > 0) v);
end $$;
comment on function app.tenant_volume(uuid, date) is
  'Payments that were made since a day (UTC) and collected, by currency, the one with most payments first; read from kept totals.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.create_sample_accounts(uuid, jsonb, uuid)', 'app.create_tenant(text, text, text, text, text, boolean)',
    'app.has_owner(uuid)', 'app.require_staff()', 'app.invite_owner(uuid, text, text, bytea, interval)',
    'app.queue_tenant_mail(uuid, text, text, text, text, text)', 'app.find_invitation(bytea)', 'app.owner_invitation(uuid)',
    'app.tenant_volume(uuid, date)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.create_tenant(text, text, text, text, text, boolean), app.invite_owner(uuid, text, text, bytea, interval),
  app.queue_tenant_mail(uuid, text, text, text, text, text), app.owner_invitation(uuid), app.tenant_volume(uuid, date) to platform_admin;
grant execute on function app.create_tenant(text, text, text, text, text, boolean) to current_user;
grant execute on function app.find_invitation(bytea) to tenant_user;
