-- What a tenant may change about itself: name and domain, and settings above those of its template.

create policy own_tenant_change on tenants for update to tenant_user using (id = app.tenant_id()) with check (id = app.tenant_id());
comment on policy own_tenant_change on tenants is 'A tenant changes its own row only; which columns, the grant says.';
grant update (name, domain) on tenants to tenant_user;

create function app.tenant_settings()
returns table (own jsonb, template jsonb, version int, template_id uuid, template_name text, template_version int, updated_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.settings, coalesce(t.definition -> 'settings', '{}'), c.version, t.id, t.name, t.version, c.updated_at
  from public.tenant_configs c left join public.templates t on t.id = c.template_id
  where c.tenant_id = app.tenant_id()
$$;
comment on function app.tenant_settings() is
  'Settings of the transaction''s tenant: its own, and those of its template, which tenants do not see otherwise.';
alter function app.tenant_settings() owner to bulkhead_definer;
revoke execute on function app.tenant_settings() from public;
grant execute on function app.tenant_settings() to tenant_user;
