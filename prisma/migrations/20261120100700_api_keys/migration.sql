-- Access keys for the API. The secret is shown once and never stored: only an HMAC of it, made with a key that is not
-- in the database, so that a copy of this table lets nobody in.

create table tenant_api_keys (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  name text not null check (length(btrim(name)) between 1 and 100),
  key_hash bytea not null check (length(key_hash) = 32),
  prefix text not null check (length(prefix) <= 40),
  last_four text not null check (length(last_four) = 4),
  permissions text[] not null,
  restricted_to_accounts boolean not null default false,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  replaces_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, replaces_id) references tenant_api_keys (tenant_id, id)
);
comment on table tenant_api_keys is 'Access keys of a tenant: what they may do, on which accounts, until when.';
comment on column tenant_api_keys.key_hash is 'HMAC-SHA-256 of the key with the server''s pepper.';
comment on column tenant_api_keys.prefix is 'The readable start of the key, for recognising it; it opens nothing.';
comment on column tenant_api_keys.last_used_at is 'Written at most every half minute, and left out of the audit log.';
comment on column tenant_api_keys.replaces_id is 'The key this one was rotated from.';
-- Not unique: a global unique key would tell one tenant about another's value. 256 bits do not collide.
create index tenant_api_keys_hash on tenant_api_keys (key_hash);
create index tenant_api_keys_created_by on tenant_api_keys (tenant_id, created_by);
create index tenant_api_keys_created on tenant_api_keys (tenant_id, created_at);
select app.enable_stamps('tenant_api_keys');
select app.enable_audit('tenant_api_keys', hidden => 'key_hash', quiet => 'last_used_at');
select app.enable_tenant_rls('tenant_api_keys');
grant select (tenant_id, id, name, prefix, last_four, permissions, restricted_to_accounts, expires_at, last_used_at,
  revoked_at, revoked_by, replaces_id, created_by, created_at, updated_at), insert on tenant_api_keys to tenant_user;
grant update (name, expires_at, revoked_at, revoked_by) on tenant_api_keys to tenant_user;
select app.enable_definer_access('tenant_api_keys', 'select, update');
grant select (tenant_id, id, name, prefix, last_four, permissions, restricted_to_accounts, expires_at, last_used_at,
  revoked_at, revoked_by, replaces_id, created_by, created_at, updated_at) on tenant_api_keys to platform_admin;
create policy platform_access on tenant_api_keys for select to platform_admin using (app.platform_user_id() is not null);
comment on policy platform_access on tenant_api_keys is 'A checked platform admin sees keys (never their hashes) across tenants.';

create table tenant_api_key_accounts (
  tenant_id uuid not null,
  api_key_id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, api_key_id, account_id),
  foreign key (tenant_id, api_key_id) references tenant_api_keys (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table tenant_api_key_accounts is 'The accounts that a restricted key may reach, each with everything below it.';
create index tenant_api_key_accounts_account on tenant_api_key_accounts (tenant_id, account_id);
select app.enable_audit('tenant_api_key_accounts', 'api_key_id,account_id', 'account_id');
select app.enable_tenant_rls('tenant_api_key_accounts');
select app.enable_account_rls('tenant_api_key_accounts');
grant select, insert (tenant_id, api_key_id, account_id) on tenant_api_key_accounts to tenant_user;
select app.enable_definer_access('tenant_api_key_accounts', 'select');

create function app.api_key_in_scope(tenant uuid, api_key uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from public.tenant_api_key_accounts a
    where a.tenant_id = tenant and a.tenant_id = app.tenant_id() and a.api_key_id = api_key
      and a.account_id <> all (app.account_ids()))
$$;
comment on function app.api_key_in_scope(uuid, uuid) is 'True if no account of the key lies outside the actor''s own restriction.';
alter function app.api_key_in_scope(uuid, uuid) owner to bulkhead_definer;
grant execute on function app.api_key_in_scope(uuid, uuid) to tenant_user;
-- A restricted member deals only with keys that reach no further than the member does.
select app.enable_account_rls('tenant_api_keys', '(restricted_to_accounts and app.api_key_in_scope(tenant_id, id))');

revoke execute on all functions in schema app from public;
