drop trigger refund_settles_payment on refunds;
drop function app.refund_settles_payment();
drop trigger refund_status_changes on refunds;
drop function app.refund_status_changes();
drop function app.refund_may_become(text, text);
revoke insert (tenant_id, id, account_id, payment_intent_id, amount, currency, status, pending_reason, failure_reason, reason,
  comment, created_at, updated_at) on refunds from tenant_user;
revoke update (submitted_at, provider_amount, provider_reference) on refunds from tenant_user;
grant insert on refunds to tenant_user;
drop index refunds_provider_reference, refunds_requested_by, refunds_reason_id, refunds_amount, refunds_currency;
alter table refunds
  drop constraint refunds_reason,
  drop constraint refunds_pending_reason_while_pending,
  drop constraint refunds_pending_reason,
  drop column provider_reference,
  drop column provider_amount,
  drop column submitted_at,
  drop column requested_by_key,
  alter column requested_by drop default;
alter table payment_intents
  drop constraint payment_intents_refunds_within_amount,
  drop column refunding_amount,
  drop column refunded_amount;
