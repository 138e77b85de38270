-- Versions of a tenant's settings: what they were, who changed them and when. Kept by a trigger for as long as the tenant
-- lives; the audit log, which says the same and more, may be told to forget.

create table tenant_config_versions (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  version int not null check (version > 0),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  previous_settings jsonb check (jsonb_typeof(previous_settings) = 'object'),
  actor_kind text not null check (actor_kind in ('user', 'api_key', 'platform_admin', 'system')),
  user_id uuid,
  api_key_id uuid,
  actor_label text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table tenant_config_versions is 'Each version of a tenant''s own settings, with who made it. Written by a trigger only.';
comment on column tenant_config_versions.previous_settings is 'The settings before; null: the first version.';
comment on column tenant_config_versions.actor_label is 'Name of the actor at that moment.';
create index tenant_config_versions_created on tenant_config_versions (tenant_id, created_at);
select app.enable_tenant_rls('tenant_config_versions');
grant select on tenant_config_versions to tenant_user;
select app.enable_definer_access('tenant_config_versions', 'insert');

create function app.keep_config_version() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := case when session_user in ('tenant_user', 'platform_admin') then app.context() end;
  kind text := coalesce(ctx ->> 'kind', 'system');
begin
  insert into public.tenant_config_versions (tenant_id, version, settings, previous_settings, actor_kind, user_id, api_key_id, actor_label)
  values (new.tenant_id, new.version, new.settings, case when tg_op = 'UPDATE' then old.settings end, kind,
    case kind when 'user' then app.user_id() when 'platform_admin' then app.platform_user_id() end,
    (ctx ->> 'api_key_id')::uuid, coalesce(ctx ->> 'label', 'database: ' || session_user));
  return null;
end $$;
comment on function app.keep_config_version() is 'Keeps a version of the settings. Their audit trigger has checked the context of the write.';
alter function app.keep_config_version() owner to bulkhead_definer;
revoke execute on function app.keep_config_version() from public;
-- A write with a wrong seal is refused by the audit trigger at the end of the statement, which undoes the version too.
create trigger keep_version_insert after insert on tenant_configs for each row execute function app.keep_config_version();
create trigger keep_version_update after update on tenant_configs for each row
  when (old.settings is distinct from new.settings or old.template_id is distinct from new.template_id)
  execute function app.keep_config_version();

create function app.settings_of(tenant uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(t.definition -> 'settings', '{}') || c.settings
  from public.tenant_configs c left join public.templates t on t.id = c.template_id where c.tenant_id = tenant
$$;
comment on function app.settings_of(uuid) is 'Settings in force of any tenant, for other functions only: its own above its template''s.';
alter function app.settings_of(uuid) owner to bulkhead_definer;
revoke execute on function app.settings_of(uuid) from public;
