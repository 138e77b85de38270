drop function app.keep_imports();
drop function app.forget_import_accounts(uuid);
drop function app.undo_import_lines(uuid, uuid, int);
drop function app.import_line_rests(payment_intents, timestamptz);
drop function app.import_rights(uuid);

drop index import_lines_import;
create index import_lines_import on import_lines (tenant_id, import_id);
comment on column import_lines.payment_intent_id is null;
delete from import_lines where payment_intent_id is null;
alter table import_lines drop constraint import_lines_account, alter column payment_intent_id set not null;

drop policy account_scope on imports;
drop trigger audit_insert on imports;
drop trigger audit_update on imports;
drop trigger audit_delete on imports;
select app.enable_audit('imports');

drop index imports_requested_by, imports_shape, imports_list;
delete from import_lines l using imports i where i.tenant_id = l.tenant_id and i.id = l.import_id and i.resource <> 'payment_intents';
delete from imports where resource <> 'payment_intents';
update imports set status = 'FAILED' where status not in ('RUNNING', 'COMPLETED', 'FAILED');
alter table imports
  drop column requested_by, drop column requested_by_key, drop column requested_by_name, drop column size_bytes,
  drop column storage_key, drop column refusals_key, drop column header, drop column shape, drop column mapping,
  drop column problem, drop column total_count, drop column undone_count, drop column kept_count, drop column made_accounts,
  drop column finished_at,
  drop constraint imports_resource_check,
  drop constraint imports_status_check,
  add constraint imports_resource_check check (resource in ('payment_intents')),
  add constraint imports_status_check check (status in ('RUNNING', 'COMPLETED', 'FAILED'));
