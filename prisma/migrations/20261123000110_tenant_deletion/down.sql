drop function app.unnamed_archives(text[]);
drop function app.expired_tenant_exports(int);
drop function app.expire_erased_logs(int);
drop function app.erase_tenant(uuid, int);
drop function app.begin_tenant_erasure();
drop function app.erasable_tables();
drop trigger keep_an_owner on membership_roles;
create trigger keep_an_owner after delete on membership_roles for each row execute function app.keep_an_owner();
drop trigger skip_erasure on audit_logs;
drop function app.skip_row();
revoke update (status), delete on tenants from bulkhead_definer;
drop trigger tenant_status_changes on tenants;
drop function app.tenant_status_changes();
drop table tenant_deletions;
drop function app.tenant_deletion_changes();
drop table tenant_exports;
drop function app.tenant_export_changes();

revoke delete on access_views, accounts, documents, import_lines, imports, invitation_accounts, invitation_roles, invitations,
  memberships, notices, payment_events, payment_intents, refund_stops, refunds, request_totals, role_permissions, roles,
  tenant_api_key_accounts, tenant_api_keys, tenant_config_versions, tenant_configs, tenant_switches, webhook_attempts,
  webhook_endpoints, webhook_messages, webhook_secrets from bulkhead_definer;
revoke select on documents, import_lines, imports, notices, payment_events, tenant_config_versions, webhook_attempts, webhook_secrets
  from bulkhead_definer;
drop policy if exists definer_access on documents;
drop policy if exists definer_access on import_lines;
drop policy if exists definer_access on imports;
drop policy if exists definer_access on payment_events;
drop policy if exists definer_access on webhook_attempts;
drop policy if exists definer_access on webhook_secrets;

create or replace function app.enable_tenant_rls(target regclass) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_select on %s for select to tenant_user using (tenant_id = app.tenant_id())', target);
  execute format('create policy tenant_insert on %s for insert to tenant_user with check (tenant_id = app.tenant_id())', target);
  execute format('create policy tenant_update on %s for update to tenant_user using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id())', target);
  execute format('create policy tenant_delete on %s for delete to tenant_user using (tenant_id = app.tenant_id())', target);
  execute format('comment on policy tenant_select on %s is %L', target, 'Only rows of the transaction''s tenant are seen.');
  execute format('comment on policy tenant_insert on %s is %L', target, 'Only rows of the transaction''s tenant are made.');
  execute format('comment on policy tenant_update on %s is %L', target, 'Only rows of the transaction''s tenant are changed, and they stay in it.');
  execute format('comment on policy tenant_delete on %s is %L', target, 'Only rows of the transaction''s tenant are deleted.');
end $$;
comment on function app.enable_tenant_rls(regclass) is
  'Keeps the tenants of a table with tenant_id apart: row-level security enabled and forced, one policy per command. '
  'For tables of other applications too.';

create or replace function app.enable_definer_access(target regclass, privileges text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to bulkhead_definer', privileges, target);
  execute format('create policy definer_access on %s to bulkhead_definer using (true) with check (true)', target);
  execute format('comment on policy definer_access on %s is %L', target,
    'The SECURITY DEFINER functions reach these rows, and filter by tenant themselves.');
end $$;
