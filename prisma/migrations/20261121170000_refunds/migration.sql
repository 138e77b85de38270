-- Refunds: who asked for one, how it goes on, and what it makes of its payment.

-- ── What a payment has left ──────────────────────────────────────────────────────────────────────────────────────

alter table payment_intents
  add column refunded_amount bigint not null default 0 check (refunded_amount >= 0),
  add column refunding_amount bigint not null default 0 check (refunding_amount >= 0),
  add constraint payment_intents_refunds_within_amount
    check (refunded_amount + refunding_amount <= coalesce(billing_amount, processing_amount));
comment on column payment_intents.refunded_amount is 'Sum of the refunds that succeeded, kept by a trigger; minor units of currency.';
comment on column payment_intents.refunding_amount is 'Sum of the refunds that are pending, kept by a trigger; minor units of currency.';

-- ── The refund ───────────────────────────────────────────────────────────────────────────────────────────────────

alter table refunds
  alter column requested_by set default app.user_id(),
  add column requested_by_key uuid default (app.context() ->> 'api_key_id')::uuid,
  add column submitted_at timestamptz,
  add column provider_amount bigint check (provider_amount between 0 and 999999999999999),
  add column provider_reference text collate "C" check (length(provider_reference) between 1 and 200),
  add constraint refunds_pending_reason check (pending_reason in ('queued', 'awaiting_provider')),
  add constraint refunds_pending_reason_while_pending check (pending_reason is null or status = 'PENDING'),
  add constraint refunds_reason check (reason in ('requested_by_customer', 'duplicate', 'fraudulent', 'other'));
comment on column refunds.requested_by is 'The person who asked for it, by the context of the transaction; null for keys and background work.';
comment on column refunds.requested_by_key is 'The access key that asked for it, by the context of the transaction.';
comment on column refunds.submitted_at is 'When it was first handed to the provider: from then on it cannot be canceled here.';
comment on column refunds.pending_reason is 'Why it is pending: queued (not yet sent) or awaiting_provider (sent, no answer yet).';
comment on column refunds.provider_amount is 'What the provider gives back, in minor units of the currency that it moved; fixed when it was first asked.';
comment on column refunds.provider_reference is 'The provider''s own id of the refund.';

create index refunds_currency on refunds (tenant_id, currency, id);
create index refunds_amount on refunds (tenant_id, amount, id);
create index refunds_reason_id on refunds (tenant_id, reason, id) where reason is not null;
create index refunds_requested_by on refunds (tenant_id, requested_by, id) where requested_by is not null;
create unique index refunds_provider_reference on refunds (tenant_id, provider_reference) where provider_reference is not null;

-- Who asked is the database's word, so nobody may write it.
revoke insert on refunds from tenant_user;
grant insert (tenant_id, id, account_id, payment_intent_id, amount, currency, status, pending_reason, failure_reason, reason,
  comment, created_at, updated_at) on refunds to tenant_user;
grant update (submitted_at, provider_amount, provider_reference) on refunds to tenant_user;

create function app.refund_may_become(from_status text, to_status text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case from_status
    when 'PENDING' then to_status in ('SUCCEEDED', 'FAILED', 'CANCELED')
    -- The guest's bank may send money back after the provider said that it went out.
    when 'SUCCEEDED' then to_status = 'FAILED'
    else false
  end
$$;
comment on function app.refund_may_become(text, text) is
  'The state machine of refunds; lib/refunds/lifecycle.ts holds the same table.';
grant execute on function app.refund_may_become(text, text) to tenant_user, platform_admin, bulkhead_definer;

create function app.refund_status_changes() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not app.refund_may_become(old.status, new.status) then
    raise exception 'a refund cannot go from % to %', old.status, new.status
      using errcode = '23514', constraint = 'refunds_status_transition';
  end if;
  return new;
end $$;
create trigger refund_status_changes before update on refunds for each row
  when (old.status is distinct from new.status) execute function app.refund_status_changes();

create function app.refund_settles_payment() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  refunded bigint;
  refunding bigint;
begin
  -- The trigger refund_total has locked the payment before, so nobody else changes these sums now.
  select coalesce(sum(r.amount) filter (where r.status = 'SUCCEEDED'), 0), coalesce(sum(r.amount) filter (where r.status = 'PENDING'), 0)
  into refunded, refunding from public.refunds r
  where r.tenant_id = new.tenant_id and r.payment_intent_id = new.payment_intent_id;
  update public.payment_intents p
  set refunded_amount = refunded, refunding_amount = refunding,
    status = case when refunded = 0 then 'PROCESSED' when refunded < p.amount then 'PARTIALLY_REFUNDED' else 'REFUNDED' end
  where p.tenant_id = new.tenant_id and p.id = new.payment_intent_id
    and (p.refunded_amount <> refunded or p.refunding_amount <> refunding);
  return null;
end $$;
comment on function app.refund_settles_payment() is 'Keeps what a payment''s refunds make of it: two sums and its status.';
alter function app.refund_settles_payment() owner to bulkhead_definer;
create trigger refund_settles_payment after insert or update on refunds for each row execute function app.refund_settles_payment();

revoke execute on function app.refund_may_become(text, text), app.refund_status_changes(), app.refund_settles_payment() from public;
grant execute on function app.refund_may_become(text, text) to tenant_user, platform_admin, bulkhead_definer;
