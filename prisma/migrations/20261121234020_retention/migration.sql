-- What a tenant's settings ask to end with time: access keys that nobody uses, and old audit rows. The clock calls both.

create function app.retire_unused_keys() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  retired int;
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "Unused keys", "action": "api_keys.retire"}');
  with wanted as (
    select c.tenant_id, (app.settings_of(c.tenant_id) ->> 'unused_key_days')::int as days
    from public.tenant_configs c join public.tenants t on t.id = c.tenant_id and t.status = 'active'
  ), gone as (
    update public.tenant_api_keys k set revoked_at = now(), revocation_reason = format('Not used for %s days', w.days)
    from wanted w
    where k.tenant_id = w.tenant_id and w.days is not null
      and coalesce(k.last_used_at, k.created_at) < now() - make_interval(days => w.days)
      and (k.revoked_at is null or k.revoked_at > now()) and (k.expires_at is null or k.expires_at > now())
    returning k.tenant_id, k.id, k.name, k.last_four, w.days
  )
  insert into public.notices (tenant_id, account_id, audience, kind, subject_table, subject_id, details)
  select g.tenant_id, case when cardinality(a.ids) = 1 then a.ids[1] end, 'api_keys:write', 'api_key_unused', 'tenant_api_keys', g.id,
    jsonb_build_object('name', g.name, 'last_four', g.last_four, 'days', g.days::text)
  from gone g cross join lateral (select array(select x.account_id from public.tenant_api_key_accounts x
    where x.tenant_id = g.tenant_id and x.api_key_id = g.id) as ids) a;
  get diagnostics retired = row_count;
  return retired;
end $$;
comment on function app.retire_unused_keys() is
  'Revokes the access keys that were not used for as long as their tenant''s settings say, with a notice for each; returns how many.';

-- ── Old audit rows ───────────────────────────────────────────────────────────────────────────────────────────────
-- A month holds the rows of all tenants, so that one tenant's old rows go by deleting, not by dropping the month. No role
-- that serves requests may; the function may, and the policies let it reach nothing younger than a year.

create policy audit_expiry_find on audit_logs for select to bulkhead_definer using (id < app.uuid_v7_floor(now() - interval '12 months'));
comment on policy audit_expiry_find on audit_logs is 'The expiry of old rows finds none that is younger than twelve months.';
create policy audit_expiry on audit_logs for delete to bulkhead_definer using (id < app.uuid_v7_floor(now() - interval '12 months'));
comment on policy audit_expiry on audit_logs is 'Rows go only once they are twelve months old, whatever a tenant''s settings say.';
grant select, delete on audit_logs to bulkhead_definer;

create function app.expire_audit_logs(batch int default 10000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant record;
  boundary timestamptz;
  gone int;
  total int := 0;
begin
  for tenant in
    select c.tenant_id as id, (app.settings_of(c.tenant_id) ->> 'audit_retention_months')::int as months
    from public.tenant_configs c order by c.tenant_id
  loop
    continue when tenant.months is null;
    exit when total >= batch;
    boundary := now() - make_interval(months => greatest(tenant.months, 12));
    delete from public.audit_logs l
    where l.tenant_id = tenant.id and l.id in (
      select o.id from public.audit_logs o where o.tenant_id = tenant.id and o.id < app.uuid_v7_floor(boundary)
      order by o.id limit batch - total);
    get diagnostics gone = row_count;
    continue when gone = 0;
    total := total + gone;
    -- What is removed leaves a row that says so, in the tenant's own log.
    insert into public.audit_logs (tenant_id, table_name, record_id, action, operation, actor_kind, actor_label, old_values)
    values (tenant.id, 'audit_logs', to_char(boundary at time zone 'UTC', 'YYYY-MM-DD'), 'delete', 'audit_logs.expire', 'system',
      'Audit retention', jsonb_build_object('rows_removed', gone, 'older_than', boundary, 'retention_months', tenant.months));
  end loop;
  return total;
end $$;
comment on function app.expire_audit_logs(int) is
  'Removes audit rows that are older than their tenant''s settings keep them, never younger than twelve months, at most that '
  'many; leaves one row in the log of each tenant that lost some. Returns how many went.';

alter function app.retire_unused_keys() owner to bulkhead_definer;
alter function app.expire_audit_logs(int) owner to bulkhead_definer;
revoke execute on function app.retire_unused_keys(), app.expire_audit_logs(int) from public;
grant execute on function app.retire_unused_keys(), app.expire_audit_logs(int) to tenant_user;
