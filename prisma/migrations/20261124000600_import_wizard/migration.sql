-- Imports from the dashboard: a file that is kept, its mapping, a check before, progress, and the way back.

alter table imports
  drop constraint imports_resource_check,
  drop constraint imports_status_check,
  add constraint imports_resource_check check (resource in ('payment_intents', 'accounts')),
  add constraint imports_status_check check (status in
    ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'CANCELING', 'CANCELED', 'COMPLETED', 'FAILED', 'UNDOING', 'UNDONE')),
  add column requested_by uuid default app.user_id(),
  add column requested_by_key uuid default (app.context() ->> 'api_key_id')::uuid,
  add column requested_by_name text default (app.context() ->> 'label'),
  add column size_bytes bigint check (size_bytes >= 0),
  add column storage_key text check (length(storage_key) <= 200),
  add column refusals_key text check (length(refusals_key) <= 200),
  add column header jsonb check (jsonb_typeof(header) = 'array'),
  add column shape text collate "C" check (shape ~ '^[0-9a-f]{64}$'),
  add column mapping jsonb check (jsonb_typeof(mapping) = 'object'),
  add column problem text check (length(problem) <= 1000),
  add column total_count int,
  add column undone_count int not null default 0,
  add column kept_count int not null default 0,
  add column made_accounts uuid[] not null default '{}',
  add column finished_at timestamptz;
comment on column imports.requested_by is 'The person who uploaded the file; null for access keys and the command line.';
comment on column imports.storage_key is 'Where the file lies; null for the command line, which reads its own.';
comment on column imports.refusals_key is 'Where the refused lines of the last check or run lie, with their reasons.';
comment on column imports.shape is 'SHA-256 of the names of the columns: files of the same shape are offered the same mapping.';
comment on column imports.problem is 'Why the file as a whole could not be checked or imported.';
comment on column imports.total_count is 'Lines of the file; null until they were counted.';
comment on column imports.made_accounts is 'Accounts that were made for its payments, beside the lines.';
create index imports_list on imports (tenant_id, status, id);
create index imports_shape on imports (tenant_id, shape, id) where shape is not null;
create index imports_requested_by on imports (tenant_id, requested_by, id);

-- How far it has come is no business of the audit log, what came of it is.
drop trigger audit_insert on imports;
drop trigger audit_update on imports;
drop trigger audit_delete on imports;
select app.enable_audit('imports', hidden => 'storage_key,refusals_key', quiet =>
  'total_count,line_count,imported_count,skipped_count,refused_count,undone_count,kept_count,made_accounts,refusals_key');

-- A file of somebody else may hold any account's lines.
select app.enable_account_rls('imports', '(requested_by = (select app.user_id()) or requested_by_key in (select k.id from public.tenant_api_keys k where k.tenant_id = (select app.tenant_id())))');

-- ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────

alter table import_lines
  alter column payment_intent_id drop not null,
  add constraint import_lines_account foreign key (tenant_id, account_id) references accounts (tenant_id, id);
comment on column import_lines.payment_intent_id is 'The payment that the line became; null: it became the account.';
-- In the order of payments, which is that of lists and of an undo.
drop index import_lines_import;
create index import_lines_import on import_lines (tenant_id, import_id, payment_intent_id);

-- ── What the person behind an import may do now ──────────────────────────────────────────────────────────────────

create function app.import_rights(import uuid) returns table (permissions text[], account_ids uuid[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select case when i.requested_by_key is not null then k.permissions else app.permissions_of(i.tenant_id, m.id) end,
    case when i.requested_by_key is not null and k.restricted_to_accounts then app.api_key_scope(i.tenant_id, k.id)
      when i.requested_by_key is null and m.restricted_to_accounts then app.member_scope(i.tenant_id, m.id) end
  from public.imports i
  join public.tenants t on t.id = i.tenant_id and t.status = 'active'
  left join public.memberships m on m.tenant_id = i.tenant_id and m.user_id = i.requested_by and m.deleted_at is null and m.status = 'active'
    and exists (select 1 from public.users u where u.id = m.user_id and u.disabled_at is null)
  left join public.tenant_api_keys k on k.tenant_id = i.tenant_id and k.id = i.requested_by_key
    and (k.revoked_at is null or k.revoked_at > now()) and (k.expires_at is null or k.expires_at > now())
  where i.tenant_id = app.tenant_id() and i.id = import and (m.id is not null or k.id is not null);
end $$;
comment on function app.import_rights(uuid) is
  'What whoever uploaded a file may do at this moment: permissions, and accounts (null: all). No row: nothing any more.';

-- ── The way back ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Payments are deleted by nobody, but for those that an import has brought and nothing has happened to since: they are
-- copies of lines in a file. A row was not touched if it was last written when its line was.

create function app.undo_import_lines(import uuid, after_payment uuid, batch int)
returns table (last_payment uuid, seen int, undone int)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := app.tenant_id();
  ids uuid[];
begin
  if not exists (select 1 from public.imports i where i.tenant_id = tenant and i.id = import and i.status = 'UNDOING'
    and i.resource = 'payment_intents') or not app.sees_all_accounts() then
    raise exception 'this import is not being undone' using errcode = '42501';
  end if;
  ids := array(select l.payment_intent_id from public.import_lines l
    where l.tenant_id = tenant and l.import_id = import and l.payment_intent_id > after_payment
    order by l.payment_intent_id limit batch);
  seen := cardinality(ids);
  last_payment := ids[seen];
  -- The lock comes before the look: whoever refunds or changes a payment has its row too.
  perform 1 from public.payment_intents p where p.tenant_id = tenant and p.id = any (ids) order by p.id for update;
  ids := array(select p.id from public.payment_intents p
    join public.import_lines l on l.tenant_id = p.tenant_id and l.account_id = p.account_id and l.payment_intent_id = p.id
    where p.tenant_id = tenant and p.id = any (ids) and app.import_line_rests(p, l.created_at) is null);
  delete from public.import_lines l where l.tenant_id = tenant and l.import_id = import and l.payment_intent_id = any (ids);
  delete from public.metadata_entries e where e.tenant_id = tenant and e.resource = 'payment_intents' and e.record_id = any (ids);
  delete from public.payment_intents p where p.tenant_id = tenant and p.id = any (ids);
  undone := cardinality(ids);
  return next;
end $$;
comment on function app.undo_import_lines(uuid, uuid, int) is
  'Deletes the next payments of an import that is being undone, as far as nothing happened to them since, with their lines.';

create function app.import_line_rests(p payment_intents, imported_at timestamptz) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when exists (select 1 from public.refunds r where r.tenant_id = p.tenant_id and r.payment_intent_id = p.id) then 'refunded'
    when exists (select 1 from public.documents d where d.tenant_id = p.tenant_id and d.payment_intent_id = p.id) then 'documents'
    when exists (select 1 from public.payment_events e where e.tenant_id = p.tenant_id and e.payment_intent_id = p.id) then 'moved'
    when p.updated_at <> imported_at then 'changed'
  end
$$;
comment on function app.import_line_rests(payment_intents, timestamptz) is
  'Why the payment of an imported line cannot be taken back; null: it can.';

create function app.forget_import_accounts(import uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  if not exists (select 1 from public.imports i where i.tenant_id = app.tenant_id() and i.id = import and i.status = 'UNDOING')
    or not app.sees_all_accounts() then
    raise exception 'this import is not being undone' using errcode = '42501';
  end if;
  delete from public.import_lines l using public.accounts a
  where l.tenant_id = app.tenant_id() and l.import_id = import and l.payment_intent_id is null
    and a.tenant_id = l.tenant_id and a.id = l.account_id and a.deleted_at is not null;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.forget_import_accounts(uuid) is
  'Lets lines be imported again whose accounts have been deleted, of an import that is being undone.';

-- ── Upkeep ───────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.keep_imports() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_rows int;
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "import upkeep"}');
  perform graphile_worker.add_job(
    case i.status when 'CHECKING' then 'imports.check' when 'UNDOING' then 'imports.undo' else 'imports.run' end,
    json_build_object('tenant_id', i.tenant_id, 'import_id', i.id), job_key => concat_ws(':', i.tenant_id, 'imports', i.id))
  from public.imports i
  where i.status in ('CHECKING', 'RUNNING', 'CANCELING', 'UNDOING') and i.storage_key is not null
    and i.updated_at < now() - interval '2 minutes';
  get diagnostics found_rows = row_count;
  return found_rows;
end $$;
comment on function app.keep_imports() is
  'Jobs die with their process: an import that has stood still gets another one, which goes on where the first stopped.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.import_rights(uuid)', 'app.undo_import_lines(uuid, uuid, int)', 'app.forget_import_accounts(uuid)',
    'app.keep_imports()']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to tenant_user', f);
  end loop;
end $$;
revoke execute on function app.import_line_rests(payment_intents, timestamptz) from public;
grant execute on function app.import_line_rests(payment_intents, timestamptz) to tenant_user, bulkhead_definer;
