-- Audit log: one row for each changed row, written by triggers in the same transaction. Nobody who serves requests may
-- insert, change or delete one. Partitioned by month on the UUIDv7 key, which is a time: the primary key stays
-- (tenant_id, id), a keyset page prunes partitions, and an old month goes by dropping its partition.

create table audit_logs (
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  created_at timestamptz not null default now(),
  table_name text not null,
  record_id text not null,
  account_id uuid,
  action text not null check (action in ('insert', 'update', 'delete')),
  operation text,
  actor_kind text not null check (actor_kind in ('user', 'api_key', 'platform_admin', 'system')),
  user_id uuid,
  api_key_id uuid,
  actor_label text not null,
  request_id text,
  ip_address inet,
  user_agent text,
  old_values jsonb,
  new_values jsonb,
  primary key (tenant_id, id)
) partition by range (id);

comment on table audit_logs is 'Who changed what, when, why and from where. Written by triggers only, immutable for the application.';
comment on column audit_logs.tenant_id is 'All zeros: a change of platform data that belongs to no tenant.';
comment on column audit_logs.record_id is 'Key of the record inside its tenant; parts of a compound key are joined by a slash.';
comment on column audit_logs.account_id is 'Account the record belongs to; restricted members see only rows of their accounts.';
comment on column audit_logs.operation is 'Operation of the application that caused the change, such as payment_intents.cancel.';
comment on column audit_logs.actor_label is 'Name of the actor at that moment: names change, the log does not.';

create index audit_logs_record on audit_logs (tenant_id, table_name, record_id, id);
create index audit_logs_table on audit_logs (tenant_id, table_name, id);
create index audit_logs_action on audit_logs (tenant_id, action, id);
create index audit_logs_user on audit_logs (tenant_id, user_id, id);
create index audit_logs_api_key on audit_logs (tenant_id, api_key_id, id);
create index audit_logs_actor_kind on audit_logs (tenant_id, actor_kind, id);
create index audit_logs_account on audit_logs (tenant_id, account_id, id);

select app.enable_tenant_rls('audit_logs');
select app.enable_account_rls('audit_logs');
select app.enable_platform_access('audit_logs', 'select');
grant select on audit_logs to tenant_user;
grant insert on audit_logs to bulkhead_definer;
create policy audit_write on audit_logs for insert to bulkhead_definer with check (true);
comment on policy audit_write on audit_logs is 'The audit triggers, and nobody else, make rows.';

-- There is no default partition: with one PostgreSQL cannot read the months one after the other and stop at the page's
-- end, it has to merge all of them. Instead the trigger itself makes a month that is missing, so no clock costs a write.
create function app.audit_partition(at timestamptz) returns text
language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
  select 'audit_logs_' || to_char(at at time zone 'UTC', 'YYYY_MM')
$$;
comment on function app.audit_partition(timestamptz) is 'Name of the partition that holds the audit rows of a moment.';

create function app.ensure_audit_partitions(months_ahead int default 3) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  month timestamptz := date_trunc('month', clock_timestamp(), 'UTC');
  part text;
  made int := 0;
begin
  -- Concurrent callers wait for each other; the key is arbitrary and used nowhere else.
  perform pg_advisory_xact_lock(7239015);
  for i in 0 .. least(greatest(months_ahead, 0), 36) loop
    part := app.audit_partition(month);
    if to_regclass('public.' || part) is null then
      -- Made aside and attached: unlike CREATE TABLE … PARTITION OF, that does not wait for writers of the other months,
      -- who may be waiting for this transaction themselves.
      execute format('create table public.%I (like public.audit_logs including all)', part);
      perform app.enable_tenant_rls(('public.' || part)::regclass), app.enable_account_rls(('public.' || part)::regclass);
      execute format('comment on table public.%I is %L', part, 'Audit rows of one month (UTC).');
      execute format('alter table public.audit_logs attach partition public.%I for values from (%L) to (%L)',
        part, app.uuid_v7_floor(month), app.uuid_v7_floor(month + interval '1 month'));
      made := made + 1;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;
comment on function app.ensure_audit_partitions(int) is
  'Makes the monthly partitions from now to that many months ahead; returns how many were missing.';
grant execute on function app.ensure_audit_partitions(int) to bulkhead_definer;
grant execute on function app.audit_partition(timestamptz) to bulkhead_definer;
select app.ensure_audit_partitions();

-- ── The trigger ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Statement triggers with transition tables: 1,000 rows cost one insert. Arguments:
--   0  key columns without tenant_id, comma-separated
--   1  column that names the account (account_id, or id on accounts itself), or '' for none
--   2  columns that never appear in the log (secrets, generated values), comma-separated
--   3  columns whose change alone leaves no row (counters like last_used_at), comma-separated

create function app.audit_key(row_values jsonb, key_columns text[]) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select string_agg(row_values ->> c, '/' order by n) from unnest(key_columns) with ordinality as k(c, n)
$$;

create function app.audit() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  key_columns text[] := string_to_array(tg_argv[0], ',');
  account_column text := tg_argv[1];
  tenant_column text := case tg_table_name when 'tenants' then 'id' else 'tenant_id' end;
  hidden text[] := string_to_array(tg_argv[2], ',');
  quiet text[] := string_to_array(tg_argv[3], ',') || array['updated_at'];
  ctx jsonb := app.context();
  kind text;
  person uuid;
begin
  if session_user in ('tenant_user', 'platform_admin') then
    if ctx is null or current_setting('app.seal', true) is distinct from app.seal() then
      raise exception 'a write without a context made by app.enter()' using errcode = '42501';
    end if;
  else
    -- An operator at the database itself: whatever settings are there were not checked by anyone.
    ctx := jsonb_build_object('kind', 'system', 'label', 'database: ' || session_user);
  end if;
  -- A day ahead, so that no statement runs into a month that is not there yet.
  if to_regclass('public.' || app.audit_partition(clock_timestamp())) is null
     or to_regclass('public.' || app.audit_partition(clock_timestamp() + interval '1 day')) is null then
    perform app.ensure_audit_partitions(1);
  end if;
  kind := ctx ->> 'kind';
  person := case kind when 'user' then app.user_id() when 'platform_admin' then app.platform_user_id() end;

  -- One statement for the three commands would need both transition tables in each; so three small ones.
  if tg_op = 'INSERT' then
    insert into public.audit_logs (tenant_id, table_name, record_id, account_id, action, operation, actor_kind, user_id,
      api_key_id, actor_label, request_id, ip_address, user_agent, new_values)
    select coalesce(v ->> tenant_column, '00000000-0000-0000-0000-000000000000')::uuid, tg_table_name,
      app.audit_key(v, key_columns), (v ->> account_column)::uuid, 'insert', ctx ->> 'action', kind, person,
      (ctx ->> 'api_key_id')::uuid, ctx ->> 'label', ctx ->> 'request_id', (ctx ->> 'ip_address')::inet,
      ctx ->> 'user_agent', v - hidden
    from (select to_jsonb(r) as v from new_rows r) n;
  elsif tg_op = 'DELETE' then
    insert into public.audit_logs (tenant_id, table_name, record_id, account_id, action, operation, actor_kind, user_id,
      api_key_id, actor_label, request_id, ip_address, user_agent, old_values)
    select coalesce(v ->> tenant_column, '00000000-0000-0000-0000-000000000000')::uuid, tg_table_name,
      app.audit_key(v, key_columns), (v ->> account_column)::uuid, 'delete', ctx ->> 'action', kind, person,
      (ctx ->> 'api_key_id')::uuid, ctx ->> 'label', ctx ->> 'request_id', (ctx ->> 'ip_address')::inet,
      ctx ->> 'user_agent', v - hidden
    from (select to_jsonb(r) as v from old_rows r) o;
  else
    -- A full join: a changed key must not slip through, it leaves one row for the old key and one for the new.
    insert into public.audit_logs (tenant_id, table_name, record_id, account_id, action, operation, actor_kind, user_id,
      api_key_id, actor_label, request_id, ip_address, user_agent, old_values, new_values)
    select coalesce(coalesce(n.v, o.v) ->> tenant_column, '00000000-0000-0000-0000-000000000000')::uuid, tg_table_name,
      app.audit_key(coalesce(n.v, o.v), key_columns), (coalesce(n.v, o.v) ->> account_column)::uuid, 'update',
      ctx ->> 'action', kind, person, (ctx ->> 'api_key_id')::uuid, ctx ->> 'label', ctx ->> 'request_id',
      (ctx ->> 'ip_address')::inet, ctx ->> 'user_agent', o.v - hidden, n.v - hidden
    from (select to_jsonb(r) as v, app.audit_key(to_jsonb(r), tenant_column || key_columns) as k from old_rows r) o
    full join (select to_jsonb(r) as v, app.audit_key(to_jsonb(r), tenant_column || key_columns) as k from new_rows r) n
      on n.k = o.k
    where (o.v - quiet) is distinct from (n.v - quiet);
  end if;
  return null;
end $$;
comment on function app.audit() is
  'Writes the audit rows of one statement, and refuses a write whose context was not made by app.enter().';
alter function app.audit() owner to bulkhead_definer;
grant execute on function app.audit_key(jsonb, text[]) to bulkhead_definer;

create function app.enable_audit(target regclass, key_columns text default 'id', account_column text default '',
  hidden text default '', quiet text default '') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  arguments text := format('%L, %L, %L, %L', key_columns, account_column, hidden, quiet);
begin
  execute format('create trigger audit_insert after insert on %s referencing new table as new_rows '
    'for each statement execute function app.audit(%s)', target, arguments);
  execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows '
    'for each statement execute function app.audit(%s)', target, arguments);
  execute format('create trigger audit_delete after delete on %s referencing old table as old_rows '
    'for each statement execute function app.audit(%s)', target, arguments);
end $$;
comment on function app.enable_audit(regclass, text, text, text, text) is
  'Gives a table its three audit triggers: key columns without tenant_id, account column, hidden and quiet columns.';

revoke execute on all functions in schema app from public;
