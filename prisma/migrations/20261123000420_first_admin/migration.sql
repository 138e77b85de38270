-- Whether the admin section has anybody: where it has nobody, it says how its first admin is made.

create function app.has_platform_admins() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.platform_admins)
$$;
comment on function app.has_platform_admins() is 'False where nobody is a platform admin yet; tells nothing about who is.';
alter function app.has_platform_admins() owner to bulkhead_definer;
revoke execute on function app.has_platform_admins() from public;
grant execute on function app.has_platform_admins() to tenant_user;
