-- A tenant that demands a second factor demands it of sessions without a pass too: those whose rights are just being changed.

create or replace function app.check_principal(kind text, tenant uuid, principal uuid, out person uuid, out label text, out scope text)
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
