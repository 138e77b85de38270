-- Imports: one row per run, and one per imported line, so that no line is ever imported twice.

create table imports (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  resource text not null check (resource in ('payment_intents')),
  source text not null check (length(source) between 1 and 100),
  file_name text not null check (length(file_name) <= 255),
  status text not null default 'RUNNING' check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
  line_count int not null default 0,
  imported_count int not null default 0,
  skipped_count int not null default 0,
  refused_count int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table imports is 'Runs of the importer: which file, by which mapping, with what result.';
comment on column imports.source is 'Name that the mapping declares; the same line of the same source is imported once.';
create index imports_created on imports (tenant_id, created_at);
select app.enable_stamps('imports');
select app.enable_audit('imports');
select app.enable_tenant_rls('imports');
grant select, insert, update on imports to tenant_user;

create table import_lines (
  tenant_id uuid not null,
  source text collate "C" not null,
  line_key bytea not null check (length(line_key) = 32),
  import_id uuid not null,
  account_id uuid not null,
  payment_intent_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, source, line_key),
  foreign key (tenant_id, import_id) references imports (tenant_id, id),
  foreign key (tenant_id, account_id, payment_intent_id) references payment_intents (tenant_id, account_id, id)
);
comment on table import_lines is 'What became of each imported line.';
comment on column import_lines.line_key is 'SHA-256 of the line and of how many equal lines came before it in the file.';
create index import_lines_payment_intent on import_lines (tenant_id, account_id, payment_intent_id);
create index import_lines_import on import_lines (tenant_id, import_id);
select app.enable_audit('import_lines', 'source,line_key', 'account_id');
select app.enable_tenant_rls('import_lines');
select app.enable_account_rls('import_lines');
grant select, insert (tenant_id, source, line_key, import_id, account_id, payment_intent_id) on import_lines to tenant_user;
