-- Documents get a file name, an uploader by name, versions, and the indexes of their list.

alter table documents
  add column file_name text,
  add column uploaded_by_name text,
  add column series_id uuid,
  add column version int,
  alter column content_type type text collate "C";
-- Owners are under the policies too; for the length of this migration, which nobody else sees, they are not. No row is
-- changed by anybody but this migration, so nothing is stamped and nothing audited.
alter table documents no force row level security;
alter table documents disable trigger user;
update documents set file_name = regexp_replace(title, '[/\\[:cntrl:]]', '_', 'g'), series_id = id, version = 1;
alter table documents enable trigger user;
alter table documents force row level security;

alter table documents
  alter column file_name set not null,
  alter column uploaded_by_name set default app.context() ->> 'label',
  alter column uploaded_by set default app.user_id(),
  alter column series_id set not null,
  alter column version set not null,
  alter column version set default 1,
  add column title_key text collate "C" generated always as (lower(title)) stored,
  add constraint documents_file_name check (length(file_name) between 1 and 255 and file_name !~ '[/\\[:cntrl:]]'),
  add constraint documents_version check (version >= 1),
  add constraint documents_content_type check (content_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  -- The first version is its own series.
  add constraint documents_series foreign key (tenant_id, series_id) references documents (tenant_id, id),
  add constraint documents_first check ((version = 1) = (series_id = id));
comment on column documents.file_name is 'Name under which the file is downloaded; its extension fits content_type.';
comment on column documents.content_type is 'Told from the bytes, never from what the sender said.';
comment on column documents.uploaded_by is 'Person; null for keys and background work. Set by the context, not by the application.';
comment on column documents.uploaded_by_name is 'Person, key or job by name at the time. Set by the context, not by the application.';
comment on column documents.series_id is 'Id of the first version. All versions share title and place.';
comment on column documents.version is 'Counts the files that one document had, from 1.';
comment on column documents.title_key is 'Lower case, C collation: equality and prefixes stay index conditions under row-level security.';

create unique index documents_version_key on documents (tenant_id, series_id, version);
create unique index documents_storage_key on documents (tenant_id, storage_key);
create index documents_title on documents (tenant_id, title_key, id);
create index documents_content_type_list on documents (tenant_id, content_type, id);
create index documents_size on documents (tenant_id, size_bytes, id);

-- The audit log need not say the title twice.
drop trigger audit_insert on documents;
drop trigger audit_update on documents;
drop trigger audit_delete on documents;
select app.enable_audit('documents', account_column => 'account_id', hidden => 'storage_key,title_key');

-- What a document is does not change once it is stored; whose it is, the context says.
revoke insert, update on documents from tenant_user;
grant insert (tenant_id, id, account_id, payment_intent_id, title, file_name, content_hash, content_type, size_bytes,
  storage_key, series_id, version, metadata, created_at, updated_at) on documents to tenant_user;
grant update (account_id, payment_intent_id, title, metadata, deleted_at) on documents to tenant_user;
