-- Webhooks out: tenants register endpoints, and changes of their rows are told to them.
--
--   change of a row ─ trigger, same transaction ─▶ webhook_messages ─ job webhooks.fan_out ─▶ webhook_deliveries, one for
--   each endpoint that listens ─ job webhooks.deliver ─▶ webhook_attempts, one for each request that was sent
--
-- A message is gone as soon as its deliveries are there: what is kept is what was sent.

insert into permissions (name, description) values
  ('webhooks:read', 'See webhook endpoints and what was sent to them'),
  ('webhooks:write', 'Create, change and delete webhook endpoints, and send again');

-- ── Endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────

create table webhook_endpoints (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  url text not null check (length(url) <= 2048),
  description text check (length(description) <= 200),
  event_types text[] not null check (cardinality(event_types) between 1 and 100),
  includes_personal_data boolean not null default false,
  status text collate "C" not null default 'enabled' check (status in ('enabled', 'disabled')),
  disabled_reason text check (disabled_reason in ('manual', 'failing', 'gone')),
  disabled_at timestamptz,
  failing_since timestamptz,
  failures_in_a_row int not null default 0 check (failures_in_a_row >= 0),
  last_success_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint webhook_endpoints_disabled check ((status = 'disabled') = (disabled_reason is not null and disabled_at is not null))
);
comment on table webhook_endpoints is 'Addresses of a tenant that are told about changes.';
comment on column webhook_endpoints.account_id is 'Only changes of this account and all below it are told; null: of the whole tenant. Fixed once made.';
comment on column webhook_endpoints.event_types is 'Names such as payment_intent.processed; * stands for all, those to come included.';
comment on column webhook_endpoints.includes_personal_data is 'False: e-mail addresses and phone numbers of customers are masked in what is sent.';
comment on column webhook_endpoints.disabled_reason is 'manual: by somebody; failing: nothing arrived for days; gone: it answered 410.';
comment on column webhook_endpoints.failing_since is 'First failure after the last success; null: the last request succeeded. Left out of the audit log.';
create index webhook_endpoints_created on webhook_endpoints (tenant_id, created_at);
create index webhook_endpoints_account on webhook_endpoints (tenant_id, account_id);
select app.enable_stamps('webhook_endpoints');
select app.enable_audit('webhook_endpoints', account_column => 'account_id',
  quiet => 'failing_since,failures_in_a_row,last_success_at');
select app.enable_tenant_rls('webhook_endpoints');
select app.enable_account_rls('webhook_endpoints');
grant select, delete on webhook_endpoints to tenant_user;
grant insert (tenant_id, id, account_id, url, description, event_types, includes_personal_data, status, failures_in_a_row,
  created_by, created_at, updated_at) on webhook_endpoints to tenant_user;
grant update (url, description, event_types, includes_personal_data, status, disabled_reason, disabled_at, failing_since,
  failures_in_a_row, last_success_at) on webhook_endpoints to tenant_user;
select app.enable_definer_access('webhook_endpoints', 'select');

-- ── Their secrets ────────────────────────────────────────────────────────────────────────────────────────────────

create table webhook_secrets (
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  endpoint_id uuid not null,
  sealed_secret bytea not null check (length(sealed_secret) between 29 and 200),
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table webhook_secrets is 'What requests to an endpoint are signed with: the newest one, and until they end those before it.';
comment on column webhook_secrets.sealed_secret is 'AES-256-GCM with a key that is not in the database.';
comment on column webhook_secrets.account_id is 'Account of the endpoint, so that the restriction to accounts holds here too.';
create index webhook_secrets_endpoint on webhook_secrets (tenant_id, endpoint_id, id);
create index webhook_secrets_created on webhook_secrets (tenant_id, created_at);
select app.enable_stamps('webhook_secrets');
select app.enable_audit('webhook_secrets', account_column => 'account_id', hidden => 'sealed_secret');
select app.enable_tenant_rls('webhook_secrets');
select app.enable_account_rls('webhook_secrets');
grant select, delete on webhook_secrets to tenant_user;
grant insert (tenant_id, id, account_id, endpoint_id, sealed_secret, expires_at) on webhook_secrets to tenant_user;
grant update (expires_at) on webhook_secrets to tenant_user;

-- ── What happened, on its way to the deliveries ──────────────────────────────────────────────────────────────────

create table webhook_messages (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  type text collate "C" not null,
  snapshot jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table webhook_messages is 'Changes that endpoints listen to, written by triggers in the transaction of the change, deleted when their deliveries are made.';
comment on column webhook_messages.snapshot is 'The row as it was after the change, without secrets.';
create index webhook_messages_created on webhook_messages (tenant_id, created_at);
select app.enable_tenant_rls('webhook_messages');
select app.enable_account_rls('webhook_messages');
grant select, delete on webhook_messages to tenant_user;
select app.enable_definer_access('webhook_messages', 'select, insert');

-- ── Deliveries and their attempts ────────────────────────────────────────────────────────────────────────────────

create table webhook_deliveries (
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  endpoint_id uuid not null,
  message_id uuid not null,
  event_type text collate "C" not null,
  body text not null,
  status text collate "C" not null default 'pending' check (status in ('pending', 'succeeded', 'failed', 'held')),
  tries int not null default 0 check (tries >= 0),
  attempt_count int not null default 0 check (attempt_count >= 0),
  next_attempt_at timestamptz,
  last_attempt_at timestamptz,
  last_status_code int,
  last_error text check (length(last_error) <= 500),
  resent_at timestamptz,
  resent_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint webhook_deliveries_once unique (tenant_id, endpoint_id, message_id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  constraint webhook_deliveries_next check ((status = 'pending') = (next_attempt_at is not null))
);
comment on table webhook_deliveries is 'One message for one endpoint, and how far it has come. Kept for a set time.';
comment on column webhook_deliveries.account_id is 'Account of the endpoint, so that whoever sees the endpoint sees its deliveries.';
comment on column webhook_deliveries.message_id is 'What the header webhook-id carries: the same at every try, so that receivers can tell repetitions.';
comment on column webhook_deliveries.body is 'What is sent, to the letter, at every try.';
comment on column webhook_deliveries.status is 'pending → succeeded | failed; held: the endpoint was switched off; sending again makes it pending.';
comment on column webhook_deliveries.tries is 'Requests of the present series; sending again by hand begins a new one.';
create index webhook_deliveries_endpoint on webhook_deliveries (tenant_id, endpoint_id, id);
create index webhook_deliveries_endpoint_status on webhook_deliveries (tenant_id, endpoint_id, status, id);
create index webhook_deliveries_status on webhook_deliveries (tenant_id, status, id);
create index webhook_deliveries_type on webhook_deliveries (tenant_id, event_type, id);
create index webhook_deliveries_account on webhook_deliveries (tenant_id, account_id, id);
create index webhook_deliveries_message on webhook_deliveries (tenant_id, message_id);
create index webhook_deliveries_created on webhook_deliveries (tenant_id, created_at);
create index webhook_deliveries_age on webhook_deliveries (created_at);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where status = 'pending';
select app.enable_stamps('webhook_deliveries');
select app.enable_tenant_rls('webhook_deliveries');
select app.enable_account_rls('webhook_deliveries');
grant select on webhook_deliveries to tenant_user;
grant insert (tenant_id, id, account_id, endpoint_id, message_id, event_type, body, status, tries, attempt_count,
  next_attempt_at, created_at, updated_at) on webhook_deliveries to tenant_user;
grant update (status, tries, attempt_count, next_attempt_at, last_attempt_at, last_status_code, last_error, resent_at, resent_by)
  on webhook_deliveries to tenant_user;
select app.enable_definer_access('webhook_deliveries', 'select, delete');

create table webhook_attempts (
  tenant_id uuid not null,
  id uuid not null default app.uuid_v7(),
  account_id uuid,
  delivery_id uuid not null,
  number int not null check (number > 0),
  url text not null,
  request_headers jsonb not null,
  status_code int,
  response_headers jsonb,
  response_body text check (length(response_body) <= 16384),
  response_is_cut boolean not null default false,
  duration_ms int not null check (duration_ms >= 0),
  error text check (length(error) <= 500),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, delivery_id) references webhook_deliveries (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table webhook_attempts is 'One request to an endpoint with its answer.';
comment on column webhook_attempts.error is 'Why there was no answer, or why it does not count; null: it was accepted.';
create index webhook_attempts_delivery on webhook_attempts (tenant_id, delivery_id, id);
create index webhook_attempts_account on webhook_attempts (tenant_id, account_id, id);
create index webhook_attempts_created on webhook_attempts (tenant_id, created_at);
select app.enable_tenant_rls('webhook_attempts');
select app.enable_account_rls('webhook_attempts');
grant select on webhook_attempts to tenant_user;
grant insert (tenant_id, id, account_id, delivery_id, number, url, request_headers, status_code, response_headers, response_body,
  response_is_cut, duration_ms, error) on webhook_attempts to tenant_user;

-- Without an audit trigger nothing would look at the seal of what is written here.
create function app.require_seal() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if session_user in ('tenant_user', 'platform_admin') and not app.context_is_sealed() then
    raise exception 'a write without a context made by app.enter()' using errcode = '42501';
  end if;
  return null;
end $$;
comment on function app.require_seal() is 'Refuses writes whose context was not made by app.enter(), for tables that leave no audit rows.';
alter function app.require_seal() owner to bulkhead_definer;
create trigger require_seal before insert or update or delete on webhook_messages for each statement execute function app.require_seal();
create trigger require_seal before insert or update or delete on webhook_deliveries for each statement execute function app.require_seal();
create trigger require_seal before insert or update or delete on webhook_attempts for each statement execute function app.require_seal();

-- ── From changes to messages ─────────────────────────────────────────────────────────────────────────────────────

create function app.webhook_event_type(resource text, old_row jsonb, new_row jsonb, visible text[]) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select resource || '.' || case
    when old_row is null then case when resource = 'api_key' and new_row ->> 'replaces_id' is not null then 'rotated' else 'created' end
    when old_row ->> 'deleted_at' is null and new_row ->> 'deleted_at' is not null then 'deleted'
    when old_row ->> 'deleted_at' is not null and new_row ->> 'deleted_at' is null then 'restored'
    when old_row ->> 'revoked_at' is null and new_row ->> 'revoked_at' is not null then 'revoked'
    -- A refund that the provider takes back gives a payment an earlier state again: that is no second processing.
    when resource = 'payment_intent' and new_row ->> 'status' = 'PROCESSED' and old_row ->> 'status' in ('PARTIALLY_REFUNDED', 'REFUNDED') then 'updated'
    when old_row ->> 'status' is distinct from new_row ->> 'status' then lower(new_row ->> 'status')
    when exists (select 1 from unnest(visible) c where old_row -> c is distinct from new_row -> c) then 'updated'
  end
$$;
comment on function app.webhook_event_type(text, jsonb, jsonb, text[]) is
  'Name of what happened to a row, or null if nothing that anybody is told. lib/webhook-endpoints/event-types.ts lists the names.';

create function app.emit_webhook_messages() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  resource text := tg_argv[0];
  account_column text := tg_argv[1];
  visible text[] := string_to_array(tg_argv[2], ',');
  hidden text[] := string_to_array(tg_argv[3], ',');
  made int;
begin
  -- Most tenants have no endpoint: their writes pay for this one look.
  if not exists (select 1 from new_rows n join public.webhook_endpoints e on e.tenant_id = n.tenant_id) then return null; end if;
  -- History that an import brings is no news.
  if app.context() ->> 'action' like '%.import' then return null; end if;
  if tg_op = 'INSERT' then
    insert into public.webhook_messages (tenant_id, account_id, type, snapshot)
    select c.tenant_id, (c.v ->> account_column)::uuid, c.type, c.v - hidden
    from (select n.tenant_id, j.v, app.webhook_event_type(resource, null, j.v, visible) as type
          from new_rows n cross join lateral (select to_jsonb(n) as v) j) c
    where exists (select 1 from public.webhook_endpoints e where e.tenant_id = c.tenant_id and e.event_types && array['*', c.type]);
  else
    insert into public.webhook_messages (tenant_id, account_id, type, snapshot)
    select c.tenant_id, (c.v ->> account_column)::uuid, c.type, c.v - hidden
    from (select n.tenant_id, j.v, app.webhook_event_type(resource, to_jsonb(o), j.v, visible) as type
          from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
          cross join lateral (select to_jsonb(n) as v) j) c
    where c.type is not null
      and exists (select 1 from public.webhook_endpoints e where e.tenant_id = c.tenant_id and e.event_types && array['*', c.type]);
  end if;
  get diagnostics made = row_count;
  if made > 0 then
    perform graphile_worker.add_job('webhooks.fan_out', json_build_object('tenant_id', t.tenant_id))
    from (select distinct n.tenant_id from new_rows n) t;
  end if;
  return null;
end $$;
comment on function app.emit_webhook_messages() is
  'Writes the messages of one statement for tenants with an endpoint that listens, and the job that goes on with them.';

alter function app.webhook_event_type(text, jsonb, jsonb, text[]) owner to bulkhead_definer;
alter function app.emit_webhook_messages() owner to bulkhead_definer;

create function app.enable_webhooks(target regclass, resource text, account_column text, visible text, hidden text default '') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  arguments text := format('%L, %L, %L, %L', resource, account_column, visible, hidden);
begin
  execute format('create trigger webhook_insert after insert on %s referencing new table as new_rows '
    'for each statement execute function app.emit_webhook_messages(%s)', target, arguments);
  execute format('create trigger webhook_update after update on %s referencing old table as old_rows new table as new_rows '
    'for each statement execute function app.emit_webhook_messages(%s)', target, arguments);
end $$;
comment on function app.enable_webhooks(regclass, text, text, text, text) is
  'Tells webhook endpoints about a table: name of its rows in events, account column, columns whose change is an update, secrets.';

select app.enable_webhooks('payment_intents', 'payment_intent', 'account_id',
  'billing_amount,billing_currency,processing_amount,processing_currency,customer_email,customer_phone,reference,metadata,failure_reason');
select app.enable_webhooks('refunds', 'refund', 'account_id', 'reason,comment');
select app.enable_webhooks('accounts', 'account', 'id',
  'parent_id,name,display_name,currency,payout_currency,country,terms_and_conditions_url,metadata');
-- A key's use changes its row each minute: nothing but its making and its end is told.
select app.enable_webhooks('tenant_api_keys', 'api_key', '', '', 'key_hash');

-- ── Upkeep ───────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.keep_webhooks(retention_days int, batch int default 5000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "webhook upkeep"}');
  -- Jobs die with their process: what is overdue gets another one, which finds its work done if the first still lives.
  perform graphile_worker.add_job('webhooks.fan_out', json_build_object('tenant_id', m.tenant_id))
  from (select distinct w.tenant_id from public.webhook_messages w where w.created_at < now() - interval '2 minutes') m;
  perform graphile_worker.add_job('webhooks.deliver',
    json_build_object('tenant_id', d.tenant_id, 'delivery_id', d.id, 'tries', d.tries),
    job_key => concat_ws(':', d.tenant_id, 'webhooks.deliver', d.id))
  from (select w.tenant_id, w.id, w.tries from public.webhook_deliveries w
    where w.status = 'pending' and w.next_attempt_at < now() - interval '5 minutes' order by w.next_attempt_at limit batch) d;
  delete from public.webhook_deliveries w using (
    select o.tenant_id, o.id from public.webhook_deliveries o
    where o.created_at < now() - make_interval(days => retention_days) and o.status <> 'pending'
    order by o.created_at limit batch) old
  where w.tenant_id = old.tenant_id and w.id = old.id;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.keep_webhooks(int, int) is
  'Adds jobs for what is overdue, and deletes deliveries whose time is over, at most that many; returns how many went.';
alter function app.keep_webhooks(int, int) owner to bulkhead_definer;

revoke execute on all functions in schema app from public;
grant execute on function app.keep_webhooks(int, int) to tenant_user;
