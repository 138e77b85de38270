-- Exports: a file with exactly the rows that a list holds for whoever asks, made by a job with the rights that this person
-- or key has when it runs. The row is the receipt: which rows, how many, their hash, who wanted and who took them.
--
-- Error for the caller to tell apart: BH011 whoever asked for the export may not have it (any more).

create table exports (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  list text collate "C" not null check (list ~ '^[a-z][a-z0-9_]{0,59}$'),
  query text not null check (length(query) <= 8000),
  list_query jsonb not null,
  permission text not null,
  format text collate "C" not null check (format in ('csv', 'jsonl')),
  columns text[] check (cardinality(columns) between 1 and 60),
  time_zone text not null check (length(time_zone) <= 60),
  amounts text collate "C" not null default 'decimal' check (amounts in ('decimal', 'minor_units')),
  has_byte_order_mark boolean not null default false,
  is_compressed boolean not null default false,
  is_masked boolean not null default false,
  state text collate "C" not null default 'QUEUED'
    check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELED', 'EXPIRED')),
  attempts int not null default 0,
  row_count int not null default 0,
  expected_row_count int,
  expected_is_capped boolean not null default false,
  size_bytes bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text,
  error text check (length(error) <= 500),
  requested_by uuid,
  membership_id uuid,
  api_key_id uuid,
  requester_name text not null default '',
  reach uuid[],
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  download_count int not null default 0,
  downloaded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  foreign key (tenant_id, api_key_id) references tenant_api_keys (tenant_id, id),
  constraint exports_requester check (num_nonnulls(membership_id, api_key_id) = 1 and (membership_id is null) = (requested_by is null)),
  constraint exports_stored check ((state = 'COMPLETED') = (storage_key is not null)),
  constraint exports_whole check (state not in ('COMPLETED', 'EXPIRED') or num_nulls(size_bytes, sha256, finished_at, expires_at) = 0)
);
comment on table exports is 'Who had which rows of which list written into a file, what came of it, and who downloaded it.';
comment on column exports.query is 'The list''s state as its address writes it, for people and for the link back.';
comment on column exports.list_query is 'The same as it was understood when it was asked for: relative dates are moments here.';
comment on column exports.permission is 'What reading the list demands, of whoever asks and of whoever downloads.';
comment on column exports.is_masked is 'Customers'' e-mail addresses and phone numbers are masked: because it was wanted so, or for want of the permission.';
comment on column exports.attempts is 'How often a job has begun with it.';
comment on column exports.row_count is 'Rows written so far, and in the end all.';
comment on column exports.expected_row_count is 'Rows that the list held when it was asked for, as far as lists count.';
comment on column exports.sha256 is 'Of the whole file, in hex.';
comment on column exports.storage_key is 'Where the file lies; gone when it expires.';
comment on column exports.requested_by is 'Whose it is. Set by the context, not by the application.';
comment on column exports.reach is 'Accounts whose rows are in it; null: all. From these follows who sees it in a restricted tenant.';
create index exports_created on exports (tenant_id, created_at);
create index exports_state on exports (tenant_id, state, id);
create index exports_requester on exports (tenant_id, requested_by, id);
create index exports_membership on exports (tenant_id, membership_id);
create index exports_api_key on exports (tenant_id, api_key_id, id);
create index exports_list on exports (tenant_id, list, id);
create index exports_due on exports (expires_at) where state = 'COMPLETED';
create index exports_at_work on exports (updated_at) where state in ('QUEUED', 'RUNNING');
select app.enable_stamps('exports');
select app.enable_audit('exports', hidden => 'storage_key,list_query,reach', quiet => 'row_count');
select app.enable_tenant_rls('exports');
-- What a restricted actor exports is of accounts within its reach, and so is what it sees of others'.
select app.enable_account_rls('exports', '(requested_by = (select app.user_id()) or reach <@ (select app.account_ids()))');
grant select, insert (tenant_id, list, query, list_query, permission, format, columns, time_zone, amounts, has_byte_order_mark, is_compressed,
  is_masked, expected_row_count, expected_is_capped, reach), update (state, attempts, row_count, is_masked, reach, size_bytes, sha256,
  storage_key, error, started_at, finished_at, expires_at, download_count, downloaded_at) on exports to tenant_user;

-- ── What its rows hold to ────────────────────────────────────────────────────────────────────────────────────────

create function app.export_changes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
begin
  if session_user <> 'tenant_user' then return new; end if;
  -- Before policies are asked, so that nobody without a context learns anything here.
  perform app.refuse_out_of_reach(new.tenant_id, null);
  if tg_op = 'INSERT' then
    if not app.sees_all_accounts() and (new.reach <@ app.account_ids()) is not true then
      raise exception 'an export beyond the reach of this transaction' using errcode = '42501';
    end if;
    new.requested_by := app.user_id();
    new.api_key_id := (ctx ->> 'api_key_id')::uuid;
    new.membership_id := (select m.id from public.memberships m
      where m.tenant_id = new.tenant_id and m.user_id = new.requested_by and m.deleted_at is null);
    new.requester_name := coalesce(ctx ->> 'label', '');
    new.reach := case when app.sees_all_accounts() then null else app.account_ids() end;
    perform app.require_switch(new.tenant_id, 'exports');
    perform pg_advisory_xact_lock(7239021, hashtext(new.tenant_id::text));
    if (select count(*) from public.exports e where e.tenant_id = new.tenant_id and e.state in ('QUEUED', 'RUNNING')) >= 5 then
      raise exception 'too many exports are under way' using errcode = '23514', constraint = 'exports_under_way';
    end if;
    return new;
  end if;
  if coalesce(ctx ->> 'kind', '') <> 'system' then
    -- People and keys cancel and download what is theirs; the rest is the job's word.
    if (to_jsonb(new) - 'updated_at') is distinct from (to_jsonb(old) - 'updated_at') and (
         old.requested_by is distinct from app.user_id() or old.api_key_id is distinct from (ctx ->> 'api_key_id')::uuid
         or (to_jsonb(new) - '{state,finished_at,download_count,downloaded_at,updated_at}'::text[])
           is distinct from (to_jsonb(old) - '{state,finished_at,download_count,downloaded_at,updated_at}'::text[])
         or new.state not in (old.state, 'CANCELED')) then
      raise exception 'this of an export is not for its owner to change' using errcode = '42501';
    end if;
  end if;
  if new.state <> old.state and not (
      old.state = 'QUEUED' and new.state in ('RUNNING', 'CANCELED', 'FAILED')
      or old.state = 'RUNNING' and new.state in ('QUEUED', 'COMPLETED', 'CANCELED', 'FAILED')
      or old.state = 'COMPLETED' and new.state = 'EXPIRED') then
    raise exception 'an export cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'exports_transition';
  end if;
  return new;
end $$;
comment on function app.export_changes() is
  'Notes whose export it is, refuses it where exports are switched off or too many are under way, and holds it to its way.';
create trigger export_changes before insert or update on exports for each row execute function app.export_changes();

-- ── The rights that its job has ──────────────────────────────────────────────────────────────────────────────────

create function app.export_rights(e public.exports, out person uuid, out permissions text[], out account_ids uuid[], out refusal text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_restricted boolean;
  tenant_status text;
begin
  permissions := '{}';
  account_ids := '{}';
  select t.status into tenant_status from public.tenants t where t.id = e.tenant_id;
  if tenant_status is distinct from 'active' then
    refusal := 'The tenant is suspended';
    return;
  end if;
  if exists (select 1 from public.tenant_switches s where s.tenant_id = e.tenant_id and s.name = 'exports') then
    refusal := 'Exports are switched off for this tenant';
    return;
  end if;
  if e.membership_id is not null then
    select m.user_id, m.restricted_to_accounts into person, is_restricted from public.memberships m
    join public.users u on u.id = m.user_id and u.disabled_at is null
    where m.tenant_id = e.tenant_id and m.id = e.membership_id and m.status = 'active' and m.deleted_at is null;
    if not found then
      refusal := 'Whoever asked for it is no member any more';
      return;
    end if;
    permissions := app.permissions_of(e.tenant_id, e.membership_id);
    account_ids := case when is_restricted then app.member_scope(e.tenant_id, e.membership_id) end;
  else
    select k.permissions, k.restricted_to_accounts into permissions, is_restricted from public.tenant_api_keys k
    where k.tenant_id = e.tenant_id and k.id = e.api_key_id
      and (k.revoked_at is null or k.revoked_at > now()) and (k.expires_at is null or k.expires_at > now());
    if not found then
      permissions := '{}';
      refusal := 'The access key that asked for it is not valid any more';
      return;
    end if;
    if exists (select 1 from public.tenant_switches s where s.tenant_id = e.tenant_id and s.name = 'api') then
      refusal := 'The API is switched off for this tenant';
      return;
    end if;
    account_ids := case when is_restricted then app.api_key_scope(e.tenant_id, e.api_key_id) end;
  end if;
  if e.permission <> all (permissions) then refusal := 'The permission ' || e.permission || ' is missing by now'; end if;
end $$;
comment on function app.export_rights(public.exports) is
  'What whoever asked for an export may do now, and on which accounts (null: all); or why it is refused.';

create function app.export_grant(export uuid)
returns table (person uuid, permissions text[], account_ids uuid[], refusal text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.person, r.permissions, r.account_ids, r.refusal
  from public.exports e cross join lateral app.export_rights(e) r where e.tenant_id = app.tenant_id() and e.id = export
$$;
comment on function app.export_grant(uuid) is 'The same for an export of the transaction''s own tenant.';

create function app.enter_export(tenant uuid, export uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  e public.exports;
  r record;
begin
  select * into e from public.exports x where x.tenant_id = tenant and x.id = export and x.state = 'RUNNING';
  if not found then raise exception 'this export is not under way' using errcode = 'BH011'; end if;
  select * into r from app.export_rights(e);
  if r.refusal is not null then raise exception '%', r.refusal using errcode = 'BH011'; end if;
  perform set_config('app.current_tenant', tenant::text, true),
          set_config('app.user_id', coalesce(r.person::text, ''), true),
          set_config('app.account_scope', coalesce(r.account_ids::text, '*'), true),
          set_config('transaction_read_only', 'on', true),
          -- One snapshot lasts as long as its rows take; a batch of them does not.
          set_config('statement_timeout', '60s', true),
          set_config('idle_in_transaction_session_timeout', '60s', true);
  -- Known since PostgreSQL 17.
  if current_setting('transaction_timeout', true) is not null then perform set_config('transaction_timeout', '0', true); end if;
end $$;
comment on function app.enter_export(uuid, uuid) is
  'Opens the context in which an export''s rows are read: that of whoever asked for it, with the rights of this moment, read-only.';

create function app.overdue_exports() returns table (tenant_id uuid, id uuid, state text, storage_key text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.tenant_id, e.id, e.state, e.storage_key from public.exports e
  where (e.state = 'COMPLETED' and e.expires_at <= now())
    or (e.state = 'RUNNING' and e.updated_at < now() - interval '15 minutes')
    or (e.state = 'QUEUED' and e.updated_at < now() - interval '1 day')
  order by e.updated_at limit 100
$$;
comment on function app.overdue_exports() is
  'Exports of all tenants whose file has had its time, or whose job has not been heard of for too long.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.export_changes()', 'app.export_rights(public.exports)', 'app.export_grant(uuid)',
    'app.enter_export(uuid, uuid)', 'app.overdue_exports()']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.export_grant(uuid), app.enter_export(uuid, uuid), app.overdue_exports() to tenant_user;
