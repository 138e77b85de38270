-- Documents of a tenant, and its settings.

create table documents (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  payment_intent_id uuid,
  title text not null check (length(btrim(title)) between 1 and 200),
  content_hash bytea not null check (length(content_hash) = 32),
  content_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  storage_key text not null,
  uploaded_by uuid,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  -- With account_id null this key is not checked, so a document of a payment must name the account too.
  foreign key (tenant_id, account_id, payment_intent_id) references payment_intents (tenant_id, account_id, id),
  constraint documents_payment_has_account check (payment_intent_id is null or account_id is not null)
);
comment on table documents is 'Stored files: contracts, receipts, evidence. The bytes lie outside the database, named by storage_key.';
comment on column documents.content_hash is 'SHA-256 of the bytes.';
create index documents_account on documents (tenant_id, account_id, id);
create index documents_payment_intent on documents (tenant_id, payment_intent_id, id);
create index documents_uploaded_by on documents (tenant_id, uploaded_by, id);
create index documents_created on documents (tenant_id, created_at);
create unique index documents_content on documents (tenant_id, content_hash, coalesce(account_id, tenant_id),
  coalesce(payment_intent_id, tenant_id)) where deleted_at is null;
select app.enable_stamps('documents');
select app.enable_audit('documents', account_column => 'account_id', hidden => 'storage_key');
select app.enable_tenant_rls('documents');
select app.enable_account_rls('documents');
select app.enable_metadata('documents', 'account_id');
grant select, insert, update on documents to tenant_user;
select app.enable_platform_access('documents', 'select');

create table tenant_configs (
  tenant_id uuid primary key references tenants (id),
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  version int not null default 1 check (version > 0),
  template_id uuid references templates (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table tenant_configs is 'Settings that a tenant chose itself; what is not here comes from its template.';
select app.enable_stamps('tenant_configs');
select app.enable_audit('tenant_configs', 'tenant_id');
select app.enable_tenant_rls('tenant_configs');
grant select, insert, update on tenant_configs to tenant_user;
select app.enable_platform_access('tenant_configs', 'select, insert, update');
