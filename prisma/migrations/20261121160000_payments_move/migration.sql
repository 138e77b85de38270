-- Payments move: which provider a payment is with, what the provider said, and the webhooks that bring its word.
--
-- Nothing here calls a provider. A change of status and the job that follows it are written in one transaction; the job
-- calls, and what comes of it is recorded by the job, by a webhook, or by the sweeper, whichever is first.

-- ── Where a payment stands with its provider ─────────────────────────────────────────────────────────────────────

alter table payment_intents
  add column provider text collate "C" check (provider in ('sandbox', 'stripe')),
  add column provider_reference text collate "C" check (length(provider_reference) between 1 and 255),
  add column payment_method text check (length(payment_method) between 1 and 255),
  add column cancellation text collate "C" check (cancellation in ('requested', 'refused')),
  add column confirmed_at timestamptz,
  add column submitted_at timestamptz,
  add column processed_at timestamptz,
  add column check_at timestamptz,
  add constraint payment_intents_provider_reference_of_provider check (provider_reference is null or provider is not null),
  add constraint payment_intents_cancellation_while_processing
    check (cancellation is distinct from 'requested' or status = 'PROCESSING');
comment on column payment_intents.provider is 'The provider that collects it, fixed when the payment is confirmed; null before, and for imports.';
comment on column payment_intents.provider_reference is 'The provider''s own id of the payment.';
comment on column payment_intents.payment_method is 'The provider''s token of the card or account to charge; never the number itself.';
comment on column payment_intents.cancellation is 'requested: the provider is being asked to call it off; refused: it was too late.';
comment on column payment_intents.confirmed_at is 'When somebody here confirmed it.';
comment on column payment_intents.submitted_at is 'When the provider was first told to collect: from then on only the provider can call it off.';
comment on column payment_intents.processed_at is 'When the provider collected the money, by the provider''s clock.';
comment on column payment_intents.check_at is 'When the sweeper asks the provider, unless news comes first; null when nothing is open.';

create unique index payment_intents_provider_reference on payment_intents (tenant_id, provider, provider_reference)
  where provider_reference is not null;
create index payment_intents_check on payment_intents (tenant_id, check_at) where check_at is not null;

grant update (provider, provider_reference, payment_method, cancellation, confirmed_at, submitted_at, processed_at, check_at)
  on payment_intents to tenant_user;

-- The plan of the sweeper is no business of the audit log, nor is the token of a card.
drop trigger audit_insert on payment_intents;
drop trigger audit_update on payment_intents;
drop trigger audit_delete on payment_intents;
select app.enable_audit('payment_intents', account_column => 'account_id',
  hidden => 'amount,currency,customer_email_key,reference_key,payment_method,check_at', quiet => 'check_at');

-- ── What providers said of a payment ─────────────────────────────────────────────────────────────────────────────

create table payment_events (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  account_id uuid not null,
  payment_intent_id uuid not null,
  refund_id uuid,
  provider text collate "C" not null check (provider in ('sandbox', 'stripe')),
  event_id text collate "C" not null check (length(event_id) between 1 and 255),
  type text collate "C" not null check (length(type) between 1 and 100),
  outcome text collate "C" not null check (outcome in ('applied', 'ignored', 'contradicted')),
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, provider, event_id),
  foreign key (tenant_id, account_id, payment_intent_id) references payment_intents (tenant_id, account_id, id)
);
comment on table payment_events is 'What a provider said of a payment by webhook, and what came of it. Only ever added to.';
comment on column payment_events.outcome is
  'applied: it changed the payment or refund; ignored: known already, late or out of order; contradicted: it says something that cannot be.';
comment on column payment_events.occurred_at is 'By the provider''s clock.';
create index payment_events_payment on payment_events (tenant_id, payment_intent_id, id);
create index payment_events_account on payment_events (tenant_id, account_id, id);
create index payment_events_created on payment_events (tenant_id, created_at);
select app.enable_stamps('payment_events');
select app.enable_tenant_rls('payment_events');
select app.enable_account_rls('payment_events');
grant select on payment_events to tenant_user;
grant insert (tenant_id, account_id, payment_intent_id, refund_id, provider, event_id, type, outcome, occurred_at)
  on payment_events to tenant_user;

-- ── Webhooks that came in ────────────────────────────────────────────────────────────────────────────────────────
-- They arrive before a tenant is known, so they lie in app, where the application's roles reach nothing: only the
-- functions below do.

create table app.webhook_events (
  provider text collate "C" not null,
  event_id text collate "C" not null,
  type text not null,
  occurred_at timestamptz not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  owner_id uuid,
  processed_at timestamptz,
  primary key (provider, event_id)
);
comment on table app.webhook_events is 'Signed webhooks of providers, each once, until they have been worked off and for a time after.';
comment on column app.webhook_events.owner_id is 'The tenant that it is about; null: nothing of ours.';
create index webhook_events_received on app.webhook_events (received_at);
grant select, insert, update, delete on app.webhook_events to bulkhead_definer;

create function app.receive_webhook(sender text, event text, event_type text, happened_at timestamptz, body jsonb, tenant uuid)
returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  known uuid := (select t.id from public.tenants t where t.id = tenant);
begin
  insert into app.webhook_events (provider, event_id, type, occurred_at, payload, owner_id, processed_at)
  values (sender, event, event_type, happened_at, body, known, case when known is null then now() end)
  on conflict (provider, event_id) do nothing;
  if not found then return false; end if;
  if known is not null then
    perform graphile_worker.add_job('payments.apply_event',
      json_build_object('provider', sender, 'event_id', event, 'tenant_id', known));
  end if;
  return true;
end $$;
comment on function app.receive_webhook(text, text, text, timestamptz, jsonb, uuid) is
  'Keeps a verified webhook with the job that works it off; false if it was here already.';

create function app.webhook_event(sender text, event text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.payload from app.webhook_events e
  where e.provider = sender and e.event_id = event and e.owner_id = app.tenant_id() and e.processed_at is null
$$;
comment on function app.webhook_event(text, text) is
  'A webhook of the transaction''s tenant that has not been worked off, as the provider wrote it; else null.';

create function app.take_webhook(sender text, event text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.context_is_sealed() then
    raise exception 'a webhook is worked off in a context for writing' using errcode = '42501';
  end if;
  update app.webhook_events e set processed_at = now()
  where e.provider = sender and e.event_id = event and e.owner_id = app.tenant_id() and e.processed_at is null;
  return found;
end $$;
comment on function app.take_webhook(text, text) is
  'Marks a webhook of the transaction''s tenant as worked off, in the transaction of its effect; false if it was already.';

create function app.purge_webhooks(older_than interval) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint;
begin
  delete from app.webhook_events e where e.received_at < now() - greatest(older_than, interval '7 days') and e.processed_at is not null;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.purge_webhooks(interval) is
  'Deletes webhooks that were worked off, never within a week: providers send again for days.';

-- ── The sweeper ──────────────────────────────────────────────────────────────────────────────────────────────────

create function app.sweep_payments(at_most int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  hanging record;
  swept int := 0;
begin
  for hanging in select p.tenant_id, p.id from public.payment_intents p where p.check_at <= now() limit at_most loop
    -- A key of one payment: a job that waits already is not doubled. The job sets the next time to look.
    perform graphile_worker.add_job('payments.settle',
      json_build_object('payment_intent_id', hanging.id, 'tenant_id', hanging.tenant_id),
      job_key => concat_ws(':', hanging.tenant_id, 'payments.settle', hanging.id), job_key_mode => 'preserve_run_at');
    swept := swept + 1;
  end loop;
  return swept;
end $$;
comment on function app.sweep_payments(int) is
  'Adds a job for each payment whose news is overdue, in whatever tenant; answers how many.';

-- ── The sandbox ──────────────────────────────────────────────────────────────────────────────────────────────────
-- A payment provider in miniature. It stands for a system outside: it knows nothing of our tables, we reach it by these
-- functions only, as by a network, and it answers by webhook.

create table app.sandbox_payments (
  reference text collate "C" primary key,
  idempotency_key text collate "C" not null unique,
  request jsonb not null,
  amount bigint not null check (amount > 0),
  state text not null default 'created' check (state in ('created', 'processing', 'succeeded', 'failed', 'canceled')),
  failure_reason text,
  charged bigint not null default 0 check (charged in (0, amount)),
  refunded bigint not null default 0 check (refunded between 0 and charged),
  plan jsonb,
  created_at timestamptz not null default now()
);
comment on table app.sandbox_payments is 'The sandbox provider''s own books: payments, by its own ids.';
comment on column app.sandbox_payments.plan is 'What will come of it, fixed when it is confirmed: outcome, failure_reason, delay_ms, webhook.';

create table app.sandbox_refunds (
  reference text collate "C" primary key,
  idempotency_key text collate "C" not null unique,
  payment text collate "C" not null references app.sandbox_payments (reference),
  request jsonb not null,
  amount bigint not null check (amount > 0),
  state text not null default 'pending' check (state in ('pending', 'succeeded', 'failed')),
  failure_reason text,
  plan jsonb not null,
  created_at timestamptz not null default now()
);
comment on table app.sandbox_refunds is 'The sandbox provider''s own books: refunds.';

create table app.sandbox_events (
  id text collate "C" primary key,
  type text not null,
  object jsonb not null,
  created_at timestamptz not null default clock_timestamp()
);
comment on table app.sandbox_events is 'What the sandbox provider tells by webhook: each event with the object as it was then.';
grant select, insert, update on app.sandbox_payments, app.sandbox_refunds, app.sandbox_events to bulkhead_definer;

create function app.sandbox_id(prefix text) returns text
language sql volatile set search_path = pg_catalog, pg_temp as $$
  select prefix || '_' || replace(gen_random_uuid()::text, '-', '')
$$;
comment on function app.sandbox_id(text) is 'An id of the sandbox that nobody can guess.';

create function app.sandbox_payment(payment text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', p.reference, 'state', p.state, 'failure_reason', p.failure_reason) || p.request
  from app.sandbox_payments p where p.reference = payment
$$;
comment on function app.sandbox_payment(text) is 'A payment as the sandbox answers it; null if there is none.';

create function app.sandbox_refund(refund text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', r.reference, 'state', r.state, 'failure_reason', r.failure_reason, 'payment', r.payment) || r.request
  from app.sandbox_refunds r where r.reference = refund
$$;
comment on function app.sandbox_refund(text) is 'A refund as the sandbox answers it; null if there is none.';

create function app.sandbox_tell(event_type text, about jsonb, webhook text, after interval default '0') returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  event text := app.sandbox_id('evt');
begin
  insert into app.sandbox_events (id, type, object) values (event, event_type, about);
  if webhook = 'lost' then return; end if;
  for i in 1 .. case webhook when 'twice' then 2 else 1 end loop
    perform graphile_worker.add_job('sandbox.notify', json_build_object('event_id', event, 'tenant_id', null),
      run_at => now() + after);
  end loop;
end $$;
comment on function app.sandbox_tell(text, jsonb, text, interval) is 'Notes an event and sends its webhook: once, twice, later or, if it is to be lost, never.';

create function app.sandbox_create_payment(key text, given jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_row app.sandbox_payments;
begin
  insert into app.sandbox_payments (reference, idempotency_key, request, amount)
  values (app.sandbox_id('pay'), key, given, (given ->> 'amount')::bigint) on conflict (idempotency_key) do nothing;
  select * into found_row from app.sandbox_payments p where p.idempotency_key = key;
  if found_row.request <> given then return '{"error": "idempotency_mismatch"}'; end if;
  return app.sandbox_payment(found_row.reference);
end $$;
comment on function app.sandbox_create_payment(text, jsonb) is 'Opens a payment; the same key gives the same one.';

create function app.sandbox_confirm_payment(payment text, outcome jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  delay interval := make_interval(secs => (outcome ->> 'delay_ms')::int / 1000.0);
begin
  update app.sandbox_payments p set state = 'processing', plan = outcome where p.reference = payment and p.state = 'created';
  if found then
    perform app.sandbox_tell('payment.processing', app.sandbox_payment(payment), outcome ->> 'webhook',
      case outcome ->> 'webhook' when 'unordered' then delay + interval '1 second' else '0' end);
    perform graphile_worker.add_job('sandbox.settle', json_build_object('reference', payment, 'tenant_id', null),
      run_at => now() + delay);
  end if;
  return app.sandbox_payment(payment);
end $$;
comment on function app.sandbox_confirm_payment(text, jsonb) is 'Begins to collect, once; what comes of it follows by webhook.';

create function app.sandbox_cancel_payment(payment text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.sandbox_payments p set state = 'canceled' where p.reference = payment and p.state in ('created', 'processing');
  if found then
    perform app.sandbox_tell('payment.canceled', app.sandbox_payment(payment), coalesce(
      (select p.plan ->> 'webhook' from app.sandbox_payments p where p.reference = payment), 'once'));
  end if;
  return app.sandbox_payment(payment);
end $$;
comment on function app.sandbox_cancel_payment(text) is 'Calls a payment off that is not settled; a settled one is answered as it is.';

create function app.sandbox_refund_payment(key text, payment text, given jsonb, outcome jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  paid app.sandbox_payments;
  found_row app.sandbox_refunds;
  wanted bigint := (given ->> 'amount')::bigint;
begin
  select * into paid from app.sandbox_payments p where p.reference = payment for update;
  if not found then return '{"error": "not_found"}'; end if;
  select * into found_row from app.sandbox_refunds r where r.idempotency_key = key;
  if found then
    if found_row.request <> given or found_row.payment <> payment then return '{"error": "idempotency_mismatch"}'; end if;
    return app.sandbox_refund(found_row.reference);
  end if;
  if paid.state <> 'succeeded' then return '{"error": "payment_not_succeeded"}'; end if;
  if paid.refunded + wanted > paid.charged then return '{"error": "amount_exceeds_payment"}'; end if;
  update app.sandbox_payments p set refunded = p.refunded + wanted where p.reference = payment;
  insert into app.sandbox_refunds (reference, idempotency_key, payment, request, amount, plan)
  values (app.sandbox_id('ref'), key, payment, given, wanted, outcome) returning * into found_row;
  perform graphile_worker.add_job('sandbox.settle', json_build_object('reference', found_row.reference, 'tenant_id', null),
    run_at => now() + make_interval(secs => (outcome ->> 'delay_ms')::int / 1000.0));
  return app.sandbox_refund(found_row.reference);
end $$;
comment on function app.sandbox_refund_payment(text, text, jsonb, jsonb) is 'Begins a refund, once for each key, never above what was collected.';

create function app.sandbox_settle(wanted text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  payment app.sandbox_payments;
  refund app.sandbox_refunds;
begin
  update app.sandbox_payments p set state = p.plan ->> 'outcome', failure_reason = p.plan ->> 'failure_reason',
    charged = case p.plan ->> 'outcome' when 'succeeded' then p.amount else 0 end
  where p.reference = wanted and p.state = 'processing' returning * into payment;
  if found then
    perform app.sandbox_tell('payment.' || payment.state, app.sandbox_payment(wanted), payment.plan ->> 'webhook');
  end if;
  update app.sandbox_refunds r set state = r.plan ->> 'outcome', failure_reason = r.plan ->> 'failure_reason'
  where r.reference = wanted and r.state = 'pending' returning * into refund;
  if found then
    if refund.state = 'failed' then
      update app.sandbox_payments p set refunded = p.refunded - refund.amount where p.reference = refund.payment;
    end if;
    perform app.sandbox_tell('refund.' || refund.state, app.sandbox_refund(wanted), refund.plan ->> 'webhook');
  end if;
end $$;
comment on function app.sandbox_settle(text) is 'Brings a payment or refund to its planned outcome, once.';

create function app.sandbox_event(event text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', e.id, 'type', e.type, 'created', extract(epoch from e.created_at), 'data', e.object)
  from app.sandbox_events e where e.id = event
$$;
comment on function app.sandbox_event(text) is 'An event as the sandbox''s webhook sends it.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.receive_webhook(text, text, text, timestamptz, jsonb, uuid)', 'app.webhook_event(text, text)', 'app.take_webhook(text, text)',
    'app.purge_webhooks(interval)', 'app.sweep_payments(int)', 'app.sandbox_payment(text)', 'app.sandbox_refund(text)',
    'app.sandbox_create_payment(text, jsonb)', 'app.sandbox_confirm_payment(text, jsonb)', 'app.sandbox_cancel_payment(text)',
    'app.sandbox_refund_payment(text, text, jsonb, jsonb)', 'app.sandbox_settle(text)', 'app.sandbox_event(text)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to tenant_user', f);
  end loop;
end $$;
alter function app.sandbox_tell(text, jsonb, text, interval) owner to bulkhead_definer;
revoke execute on function app.sandbox_tell(text, jsonb, text, interval), app.sandbox_id(text) from public;
grant execute on function app.sandbox_id(text) to bulkhead_definer;
