drop function app.tenant_volume(uuid, date), app.owner_invitation(uuid), app.queue_tenant_mail(uuid, text, text, text, text, text),
  app.invite_owner(uuid, text, text, bytea, interval), app.find_invitation(bytea),
  app.create_tenant(text, text, text, text, text, boolean), app.create_sample_accounts(uuid, jsonb, uuid);

create function app.find_invitation(hash bytea)
returns table (tenant_slug text, tenant_name text, email text, inviter_name text, role_names text[], is_restricted boolean,
  expires_at timestamptz, state text, has_person boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.slug, t.name, i.email, coalesce(nullif(u.full_name, ''), u.email),
    array(select r.name from public.invitation_roles ir join public.roles r on r.tenant_id = ir.tenant_id and r.id = ir.role_id
      where ir.tenant_id = i.tenant_id and ir.invitation_id = i.id order by r.name),
    i.restricted_to_accounts, i.expires_at, app.invitation_state(i),
    exists (select 1 from public.users p where lower(p.email) = lower(i.email))
  from public.invitations i join public.tenants t on t.id = i.tenant_id left join public.users u on u.id = i.invited_by
  where i.token_hash = hash
$$;
comment on function app.find_invitation(bytea) is 'What an invited person is shown before accepting; no row for an unknown secret.';

create or replace function app.invitation_state(i public.invitations) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  inviter public.memberships;
begin
  if i.accepted_at is not null then return 'accepted'; end if;
  if i.revoked_at is not null then return 'revoked'; end if;
  if i.expires_at <= now() then return 'expired'; end if;
  if (select t.status from public.tenants t where t.id = i.tenant_id) <> 'active' then return 'suspended'; end if;
  if i.invited_by is null then return 'open'; end if;
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

drop function app.has_owner(uuid), app.require_staff();
alter table invitations drop column full_name, drop column invited_by_admin;

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

alter function app.find_invitation(bytea) owner to bulkhead_definer;
alter function app.create_tenant(text, text, text, text, text) owner to bulkhead_definer;
revoke execute on function app.find_invitation(bytea), app.create_tenant(text, text, text, text, text) from public;
grant execute on function app.find_invitation(bytea) to tenant_user;
grant execute on function app.create_tenant(text, text, text, text, text) to platform_admin;
grant execute on function app.create_tenant(text, text, text, text, text) to current_user;
revoke insert on accounts, invitations, invitation_roles from bulkhead_definer;
