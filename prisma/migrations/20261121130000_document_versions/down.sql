drop trigger audit_insert on documents;
drop trigger audit_update on documents;
drop trigger audit_delete on documents;
select app.enable_audit('documents', account_column => 'account_id', hidden => 'storage_key');
revoke insert, update on documents from tenant_user;
grant select, insert, update on documents to tenant_user;
drop index documents_version_key, documents_storage_key, documents_title, documents_content_type_list, documents_size;
alter table documents
  drop constraint documents_series,
  drop constraint documents_first,
  drop constraint documents_version,
  drop constraint documents_content_type,
  drop column title_key,
  drop column version,
  drop column series_id,
  drop column uploaded_by_name,
  drop column file_name,
  alter column uploaded_by drop default,
  alter column content_type type text collate "default";
comment on column documents.content_type is null;
comment on column documents.uploaded_by is null;
