-- Notices: what the people of a tenant have to be told, such as that a key of theirs has leaked. And the first sender.

create table notices (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  audience text not null references permissions (name),
  kind text not null check (kind ~ '^[a-z][a-z0-9_]{0,63}$'),
  subject_table text not null,
  subject_id uuid not null,
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  read_at timestamptz,
  read_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table notices is 'What people of a tenant have to be told. One of them marks it as read, for all.';
comment on column notices.audience is 'Whom it is for: those who hold this permission.';
comment on column notices.account_id is 'Account that it is about; null: none, and restricted members do not see it.';
comment on column notices.kind is 'Which sentence it is; lib/notices/schema.ts knows them.';
comment on column notices.details is 'What the sentence names; no secrets.';
create index notices_created on notices (tenant_id, created_at);
create index notices_account on notices (tenant_id, account_id, id);
create index notices_unread on notices (tenant_id, id) where read_at is null;
select app.enable_stamps('notices');
select app.enable_audit('notices', account_column => 'account_id');
select app.enable_tenant_rls('notices');
select app.enable_account_rls('notices');
grant select, insert, update (read_at, read_by) on notices to tenant_user;
select app.enable_definer_access('notices', 'insert');

-- ── A leaked key ─────────────────────────────────────────────────────────────────────────────────────────────────

alter table tenant_api_keys add column revocation_reason text check (length(revocation_reason) <= 200);
comment on column tenant_api_keys.revocation_reason is 'Why the key was revoked, where somebody outside the tenant caused it.';
grant select (revocation_reason) on tenant_api_keys to tenant_user, platform_admin;

create function app.report_leaked_key(hash bytea, address inet, agent text, request text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  k public.tenant_api_keys;
  accounts uuid[];
begin
  perform app.set_context(null, null, null, '', jsonb_build_object('kind', 'system', 'label', 'Leak report',
    'action', 'api_keys.report_leaked', 'reason', 'Reported as leaked', 'request_id', request,
    'ip_address', host(address), 'user_agent', agent));
  update public.tenant_api_keys t set revoked_at = now(), revocation_reason = 'Reported as leaked'
  where t.key_hash = hash and (t.revoked_at is null or t.revoked_at > now()) and (t.expires_at is null or t.expires_at > now())
  returning * into k;
  if not found then return; end if;
  -- A key of one account concerns those who manage that account; one of several, or of all, the whole tenant.
  accounts := array(select a.account_id from public.tenant_api_key_accounts a where a.tenant_id = k.tenant_id and a.api_key_id = k.id);
  insert into public.notices (tenant_id, account_id, audience, kind, subject_table, subject_id, details)
  values (k.tenant_id, case when cardinality(accounts) = 1 then accounts[1] end, 'api_keys:write', 'api_key_leaked',
    'tenant_api_keys', k.id, jsonb_build_object('name', k.name, 'last_four', k.last_four));
end $$;
comment on function app.report_leaked_key(bytea, inet, text, text) is
  'Revokes a living key whose hash somebody could make, since the key lies open, and leaves its tenant a notice. Answers '
  'nothing, whether or not there is such a key.';
alter function app.report_leaked_key(bytea, inet, text, text) owner to bulkhead_definer;
revoke execute on function app.report_leaked_key(bytea, inet, text, text) from public;
grant execute on function app.report_leaked_key(bytea, inet, text, text) to tenant_user;
