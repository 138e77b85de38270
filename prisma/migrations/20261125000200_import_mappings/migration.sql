-- Mappings of imports that got a name: whoever brings the same kind of file every month picks it, instead of hoping for a guess.

create table import_mappings (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  resource text collate "C" not null check (resource in ('payment_intents', 'accounts')),
  name text not null check (length(btrim(name)) between 1 and 80),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  header jsonb check (jsonb_typeof(header) = 'array'),
  shape text collate "C" check (shape ~ '^[0-9a-f]{64}$'),
  created_by uuid default app.user_id(),
  created_by_key uuid default (app.context() ->> 'api_key_id')::uuid,
  created_by_name text default (app.context() ->> 'label'),
  of_restricted boolean not null default coalesce(not app.sees_all_accounts(), false),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
comment on table import_mappings is 'Mappings of imports that got a name: how lines of one kind of file become records.';
comment on column import_mappings.mapping is 'As imports keep it; lib/imports/schema.ts checks it when it is written and when it is read.';
comment on column import_mappings.header is 'Names of the columns of the file that it was made for; null: of none.';
comment on column import_mappings.shape is 'SHA-256 of these names, as imports have it: a file of the same shape is offered this mapping first.';
comment on column import_mappings.created_by is 'The person who named it; null for access keys.';
comment on column import_mappings.of_restricted is 'Whoever named it sees chosen accounts only, and of the mappings only the own.';
-- A restricted person's names are the own: nobody is told by a refusal what mappings there are that they cannot see.
create unique index import_mappings_name on import_mappings (tenant_id, resource, lower(name)) where deleted_at is null and not of_restricted;
create unique index import_mappings_own_name on import_mappings (tenant_id, coalesce(created_by, created_by_key), resource, lower(name))
  where deleted_at is null and of_restricted;
create index import_mappings_shape on import_mappings (tenant_id, shape, updated_at) where deleted_at is null;
create index import_mappings_created on import_mappings (tenant_id, created_at);
select app.enable_stamps('import_mappings');
select app.enable_audit('import_mappings');
select app.enable_tenant_rls('import_mappings');
-- A mapping may name any account.
select app.enable_account_rls('import_mappings', '(created_by = (select app.user_id()) or created_by_key in (select k.id from public.tenant_api_keys k where k.tenant_id = (select app.tenant_id())))');
grant select, insert (tenant_id, resource, name, mapping, header, shape, created_by, created_by_key),
  update (name, mapping, header, shape, deleted_at) on import_mappings to tenant_user;
