-- The end of a tenant: its data is exported, two people of the platform agree, a waiting time passes in which anybody of
-- them can call it off, and then its rows go, table by table. Both tables here hold a tenant's id without a key on it:
-- they outlive the tenant, and so does its audit log.

-- ── Exports ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table tenant_exports (
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  tenant_name text not null default '',
  tenant_slug text not null default '',
  is_final boolean not null default false,
  reason text not null check (length(btrim(reason)) between 1 and 500),
  status text collate "C" not null default 'requested' check (status in ('requested', 'running', 'ready', 'failed', 'expired')),
  storage_key text,
  size_bytes bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  row_counts jsonb,
  file_count int,
  error text check (length(error) <= 500),
  requested_by uuid default app.platform_user_id(),
  finished_at timestamptz,
  downloaded_at timestamptz,
  downloaded_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint tenant_exports_ready check ((status = 'ready') = (storage_key is not null)),
  constraint tenant_exports_whole check (status not in ('ready', 'expired') or num_nulls(size_bytes, sha256, row_counts, file_count, finished_at) = 0)
);
comment on table tenant_exports is 'Archives of all data of a tenant, made for the platform. They outlive the tenant.';
comment on column tenant_exports.is_final is 'Asked for while the tenant was shut out, and it has not been let in since: nothing has changed behind it.';
comment on column tenant_exports.storage_key is 'Where the archive lies; gone when it expires.';
comment on column tenant_exports.sha256 is 'Of the whole archive, in hex.';
comment on column tenant_exports.row_counts is 'Rows by table, as they were written.';
comment on column tenant_exports.downloaded_at is 'When its last byte was first sent to a platform admin.';
create index tenant_exports_created on tenant_exports (tenant_id, created_at);
create index tenant_exports_time on tenant_exports (id);
create unique index tenant_exports_under_way on tenant_exports (tenant_id) where status in ('requested', 'running');
select app.enable_stamps('tenant_exports');
select app.enable_audit('tenant_exports', hidden => 'storage_key');
select app.enable_tenant_rls('tenant_exports');
-- The job that makes it works as the tenant's own background work.
grant select, update (status, storage_key, size_bytes, sha256, row_counts, file_count, error, finished_at) on tenant_exports to tenant_user;
select app.enable_definer_access('tenant_exports', 'select, update (is_final)');
select app.enable_platform_access('tenant_exports', 'select, insert (tenant_id, reason), update (downloaded_at)');

create function app.tenant_export_changes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Before policies are asked, so that nobody without a context learns anything here.
  if session_user = 'platform_admin' and app.platform_user_id() is null then
    raise exception 'a write without a context made by app.enter_platform()' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' then
    select t.name, t.slug, t.status <> 'active' into new.tenant_name, new.tenant_slug, new.is_final
    from public.tenants t where t.id = new.tenant_id;
    if not found then raise exception 'no such tenant' using errcode = '23503', constraint = 'tenant_exports_tenant'; end if;
    perform app.require_switch(new.tenant_id, 'exports');
  elsif new.downloaded_at is distinct from old.downloaded_at then
    new.downloaded_at := coalesce(old.downloaded_at, now());
    new.downloaded_by := coalesce(old.downloaded_by, app.platform_user_id());
  end if;
  return new;
end $$;
comment on function app.tenant_export_changes() is 'Notes whose export it is, whether the tenant was shut out, and who downloaded it first. No export where exports are switched off.';
create trigger tenant_export_changes before insert or update on tenant_exports for each row execute function app.tenant_export_changes();

-- ── Deletions ────────────────────────────────────────────────────────────────────────────────────────────────────

create table tenant_deletions (
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  tenant_name text not null default '',
  tenant_slug text not null default '',
  export_id uuid not null,
  reason text not null check (length(btrim(reason)) between 1 and 500),
  waiting_days int not null check (waiting_days between 1 and 365),
  status text collate "C" not null default 'requested' check (status in ('requested', 'agreed', 'running', 'done', 'called_off')),
  requested_by uuid default app.platform_user_id(),
  agreed_by uuid,
  agreed_at timestamptz,
  due_at timestamptz,
  called_off_by uuid,
  called_off_at timestamptz,
  call_off_reason text check (length(btrim(call_off_reason)) between 1 and 500),
  started_at timestamptz,
  finished_at timestamptz,
  row_counts jsonb not null default '{}',
  audit_months int,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, export_id) references tenant_exports (tenant_id, id),
  constraint tenant_deletions_two_people check (agreed_by is null or agreed_by is distinct from requested_by),
  constraint tenant_deletions_agreed check (status not in ('agreed', 'running', 'done')
    or (num_nulls(agreed_by, agreed_at, due_at) = 0 and due_at >= agreed_at + make_interval(days => waiting_days))),
  constraint tenant_deletions_called_off check ((status = 'called_off') = (called_off_at is not null))
);
comment on table tenant_deletions is 'Who wanted a tenant deleted, who agreed, and what came of it. Stays for good.';
comment on column tenant_deletions.waiting_days is 'How long it waits between agreement and deletion.';
comment on column tenant_deletions.row_counts is 'Rows by table that are gone.';
comment on column tenant_deletions.audit_months is 'How long the tenant wanted its log kept; null: it did not say.';
create unique index tenant_deletions_one on tenant_deletions (tenant_id) where status in ('requested', 'agreed', 'running');
create index tenant_deletions_created on tenant_deletions (tenant_id, created_at);
create index tenant_deletions_time on tenant_deletions (id);
create index tenant_deletions_due on tenant_deletions (due_at) where status in ('agreed', 'running');
create index tenant_deletions_export on tenant_deletions (tenant_id, export_id);
select app.enable_stamps('tenant_deletions');
select app.enable_audit('tenant_deletions', quiet => 'row_counts');
select app.enable_tenant_rls('tenant_deletions');
select app.enable_definer_access('tenant_deletions', 'select, update');
select app.enable_platform_access('tenant_deletions',
  'select, insert (tenant_id, export_id, reason, waiting_days), update (status, call_off_reason)');

create function app.tenant_deletion_changes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant_status text;
begin
  -- Before policies are asked, so that nobody without a context learns anything here.
  if session_user = 'platform_admin' and app.platform_user_id() is null then
    raise exception 'a write without a context made by app.enter_platform()' using errcode = '42501';
  end if;
  -- Whoever suspends or lets in waits here, and so does whoever asks.
  select t.name, t.slug, t.status into new.tenant_name, new.tenant_slug, tenant_status
  from public.tenants t where t.id = new.tenant_id for share;
  if tg_op = 'INSERT' then
    -- An operator at the database may keep a record of what is over.
    if new.status <> 'requested' then return new; end if;
    if tenant_status is null then raise exception 'no such tenant' using errcode = '23503', constraint = 'tenant_deletions_tenant'; end if;
    if tenant_status = 'active' then
      raise exception 'the tenant is active' using errcode = '23514', constraint = 'tenant_deletions_active';
    end if;
    if not exists (select 1 from public.tenant_exports e where e.tenant_id = new.tenant_id and e.id = new.export_id
        and e.status = 'ready' and e.is_final and e.downloaded_at is not null) then
      raise exception 'the export does not do' using errcode = '23514', constraint = 'tenant_deletions_needs_export';
    end if;
    return new;
  end if;
  new.tenant_name := old.tenant_name;
  new.tenant_slug := old.tenant_slug;
  if new.status is distinct from old.status then
    if not (old.status = 'requested' and new.status in ('agreed', 'called_off')
        or old.status = 'agreed' and (new.status = 'called_off' or new.status = 'running' and old.due_at <= now())
        or old.status = 'running' and new.status = 'done') then
      raise exception 'a deletion cannot go from % to %', old.status, new.status
        using errcode = '23514', constraint = 'tenant_deletions_transition';
    end if;
    case new.status
      when 'agreed' then
        new.agreed_by := app.platform_user_id();
        new.agreed_at := now();
        new.due_at := now() + make_interval(days => new.waiting_days);
      when 'called_off' then
        new.called_off_by := app.platform_user_id();
        new.called_off_at := now();
      when 'running' then new.started_at := now();
      else new.finished_at := now();
    end case;
  end if;
  return new;
end $$;
comment on function app.tenant_deletion_changes() is
  'Holds a deletion to its way: an export that was downloaded, a tenant that is shut out, another person who agrees, and the time that it waits.';
create trigger tenant_deletion_changes before insert or update on tenant_deletions for each row
  execute function app.tenant_deletion_changes();
-- Only what the trigger wrote counts for the four eyes; an operator at the database may set times, for tests.
comment on constraint tenant_deletions_two_people on tenant_deletions is 'Nobody deletes a tenant alone.';

create function app.tenant_status_changes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.tenant_deletions d where d.tenant_id = new.id and d.status in ('requested', 'agreed', 'running')) then
    raise exception 'the tenant is to be deleted' using errcode = '23514', constraint = 'tenants_to_be_deleted';
  end if;
  -- What happens from now on is in no export yet.
  update public.tenant_exports e set is_final = false where e.tenant_id = new.id and e.is_final;
  return new;
end $$;
comment on function app.tenant_status_changes() is 'A tenant that is to be deleted is not let in again; one that is makes its exports old.';
create trigger tenant_status_changes before update on tenants for each row
  when (old.status <> 'active' and new.status = 'active') execute function app.tenant_status_changes();

-- ── Erasing ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- Every tenant table can be emptied of a tenant, those of later migrations too: enabling its policies sees to it. The log
-- is the exception; its months are enabled by themselves, and nobody but their expiry deletes there.
create or replace function app.enable_definer_access(target regclass, privileges text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to bulkhead_definer', privileges, target);
  execute format('drop policy if exists definer_access on %s', target);
  execute format('create policy definer_access on %s to bulkhead_definer using (true) with check (true)', target);
  execute format('comment on policy definer_access on %s is %L', target,
    'The SECURITY DEFINER functions reach these rows, and filter by tenant themselves.');
end $$;

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
  if (select c.relname from pg_class c where c.oid = target) !~ '^audit_logs(_|$)' then
    perform app.enable_definer_access(target, 'select, delete');
  end if;
end $$;
comment on function app.enable_tenant_rls(regclass) is
  'Keeps the tenants of a table with tenant_id apart: row-level security enabled and forced, one policy per command; and lets '
  'the erasure of a tenant empty it. For tables of other applications too.';

select app.enable_definer_access(t.name::regclass, 'select, delete') from unnest(array['access_views', 'accounts', 'documents',
  'import_lines', 'imports', 'invitation_accounts', 'invitation_roles', 'invitations', 'memberships', 'notices', 'payment_events',
  'payment_intents', 'refund_stops', 'refunds', 'request_totals', 'role_permissions', 'roles', 'tenant_api_key_accounts',
  'tenant_api_keys', 'tenant_config_versions', 'tenant_configs', 'tenant_switches', 'webhook_attempts', 'webhook_endpoints',
  'webhook_messages', 'webhook_secrets']) as t (name);
grant update (status), delete on tenants to bulkhead_definer;

-- One row says what was erased. Without this the log would keep a copy of every row that goes.
create function app.skip_row() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$ begin return null; end $$;
comment on function app.skip_row() is 'Leaves a row out.';
create trigger skip_erasure before insert on audit_logs for each row
  when (new.action = 'delete' and (app.context() ->> 'kind') = 'erasure') execute function app.skip_row();
comment on trigger skip_erasure on audit_logs is
  'Rows of a tenant that is erased leave none. The context''s kind is set by app.erase_tenant() alone, and app.audit() has checked its seal.';

drop trigger keep_an_owner on membership_roles;
create trigger keep_an_owner after delete on membership_roles for each row
  when ((app.context() ->> 'kind') is distinct from 'erasure') execute function app.keep_an_owner();

create function app.erasable_tables() returns table (target regclass, tenant_column name, depth int)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive owned as (
    select c.oid, col.name from pg_class c
    cross join lateral (
      select a.attname as name, 1 as place from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      union all
      select a.attname, 2 from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'public.tenants'::regclass and f.confdeltype <> 'c'
      order by 2 limit 1) col
    where c.relkind in ('r', 'p') and not c.relispartition
      and c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
      -- What outlives a tenant.
      and c.oid <> all (array['public.audit_logs', 'public.tenant_exports', 'public.tenant_deletions']::regclass[])
  ), walk (oid, depth) as (
    select o.oid, 0 from owned o
    union
    select f.conrelid, w.depth + 1 from walk w
    join pg_constraint f on f.confrelid = w.oid and f.contype = 'f' and f.conrelid <> f.confrelid
    join owned o on o.oid = f.conrelid
    where w.depth < 20
  )
  select o.oid::regclass, o.name, max(w.depth) from owned o join walk w on w.oid = o.oid group by o.oid, o.name
$$;
comment on function app.erasable_tables() is
  'Every table that holds rows of tenants and does not outlive them, by the catalogue, with the column that names the tenant; '
  'those that refer to others are deeper than these.';

create function app.begin_tenant_erasure() returns table (deletion_id uuid, tenant_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d public.tenant_deletions;
begin
  select * into d from public.tenant_deletions x
  where x.status = 'running' or (x.status = 'agreed' and x.due_at <= now()) order by x.due_at limit 1 for update skip locked;
  if not found then return; end if;
  perform app.set_context(null, null, null, '', jsonb_build_object('kind', 'system', 'label', 'Tenant deletion',
    'action', 'tenants.erase', 'reason', d.reason));
  if d.status = 'agreed' then
    update public.tenant_deletions x set status = 'running',
      audit_months = (app.settings_of(d.tenant_id) ->> 'audit_retention_months')::int
    where x.tenant_id = d.tenant_id and x.id = d.id;
    update public.tenants t set status = 'closed' where t.id = d.tenant_id;
  end if;
  return query select d.id, d.tenant_id;
end $$;
comment on function app.begin_tenant_erasure() is 'Begins the deletion whose time has come, or goes on with one that was broken off; no row: there is none.';

create function app.erase_tenant(deletion uuid, batch int default 5000) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d public.tenant_deletions;
  t record;
  name text;
  gone bigint := 0;
begin
  select * into d from public.tenant_deletions x where x.id = deletion and x.status = 'running' for update;
  if not found then raise exception 'this deletion is not under way' using errcode = '22023'; end if;
  perform app.set_context(null, null, null, '', jsonb_build_object('kind', 'erasure', 'label', 'Tenant deletion', 'action', 'tenants.erase'));
  for t in select * from app.erasable_tables() e order by e.depth desc, e.target::text loop
    begin
      execute format('delete from %s where ctid = any (array(select o.ctid from %s o where o.%I = $1 limit $2)) and %I = $1',
        t.target, t.target, t.tenant_column, t.tenant_column) using d.tenant_id, batch;
      get diagnostics gone = row_count;
    exception when foreign_key_violation then
      -- Rows of one table that refer to each other go together.
      begin
        execute format('delete from %s where %I = $1', t.target, t.tenant_column) using d.tenant_id;
        get diagnostics gone = row_count;
      exception when foreign_key_violation then
        -- Something was written meanwhile to what was empty already: it comes again with the next call.
        gone := 0;
      end;
    end;
    if gone > 0 then
      name := regexp_replace(t.target::text, '^public\.', '');
      update public.tenant_deletions x set row_counts = x.row_counts ||
        jsonb_build_object(name, coalesce((x.row_counts ->> name)::bigint, 0) + gone)
      where x.tenant_id = d.tenant_id and x.id = d.id;
      return name;
    end if;
  end loop;
  delete from public.tenants x where x.id = d.tenant_id;
  perform app.set_context(null, null, null, '', jsonb_build_object('kind', 'system', 'label', 'Tenant deletion',
    'action', 'tenants.erase', 'reason', d.reason));
  update public.tenant_deletions x set status = 'done', row_counts = x.row_counts || '{"tenants": 1}'
  where x.tenant_id = d.tenant_id and x.id = d.id returning * into d;
  insert into public.audit_logs (tenant_id, table_name, record_id, action, operation, actor_kind, actor_label, old_values)
  values ('00000000-0000-0000-0000-000000000000', 'tenants', d.tenant_id::text, 'delete', 'tenants.erase', 'system', 'Tenant deletion',
    jsonb_build_object('id', d.tenant_id, 'name', d.tenant_name, 'slug', d.tenant_slug, 'requested_by', d.requested_by,
      'agreed_by', d.agreed_by, 'export_id', d.export_id, 'rows_removed', d.row_counts));
  return null;
end $$;
comment on function app.erase_tenant(uuid, int) is
  'Deletes the next rows of a tenant whose deletion is under way, from the table that nothing refers to any more; answers its '
  'name. In the end the tenant itself goes, the platform''s log tells how many rows went, and the answer is null.';

create function app.expire_erased_logs(batch int default 10000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  d record;
  gone int;
  total int := 0;
begin
  for d in select x.tenant_id, coalesce(x.audit_months, 24) as months from public.tenant_deletions x where x.status = 'done' loop
    exit when total >= batch;
    delete from public.audit_logs l where l.tenant_id = d.tenant_id and l.id in (
      select o.id from public.audit_logs o
      where o.tenant_id = d.tenant_id and o.id < app.uuid_v7_floor(now() - make_interval(months => greatest(d.months, 12)))
      order by o.id limit batch - total);
    get diagnostics gone = row_count;
    total := total + gone;
  end loop;
  return total;
end $$;
comment on function app.expire_erased_logs(int) is
  'Removes audit rows of tenants that are gone, once they are as old as the tenant wanted them kept, or two years where it did '
  'not say; never younger than twelve months, and at most so many. Returns how many went.';

create function app.expired_tenant_exports(days int) returns table (tenant_id uuid, id uuid, storage_key text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.tenant_id, e.id, e.storage_key from public.tenant_exports e
  where e.status = 'ready' and e.finished_at < now() - make_interval(days => greatest(days, 1))
    and not exists (select 1 from public.tenant_deletions d where d.tenant_id = e.tenant_id and d.export_id = e.id
      and (d.status in ('requested', 'agreed', 'running') or d.finished_at > now() - make_interval(days => greatest(days, 1))))
  order by e.finished_at limit 100
$$;
comment on function app.expired_tenant_exports(int) is
  'Archives that are older than so many days, and are not needed by a deletion that is under way or younger than that.';

create function app.unnamed_archives(keys text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k from unnest(keys) k where not exists (select 1 from public.tenant_exports e where e.storage_key = k)
$$;
comment on function app.unnamed_archives(text[]) is 'Of these keys of stored archives, those that no export names: what died between bytes and row.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.tenant_export_changes()', 'app.tenant_deletion_changes()', 'app.tenant_status_changes()',
    'app.begin_tenant_erasure()', 'app.erase_tenant(uuid, int)', 'app.expire_erased_logs(int)', 'app.expired_tenant_exports(int)',
    'app.unnamed_archives(text[])']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.skip_row(), app.erasable_tables() from public;
grant execute on function app.erasable_tables() to bulkhead_definer;
grant execute on function app.begin_tenant_erasure(), app.erase_tenant(uuid, int), app.expire_erased_logs(int),
  app.expired_tenant_exports(int), app.unnamed_archives(text[]) to tenant_user;
