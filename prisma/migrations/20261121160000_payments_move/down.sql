drop function app.sandbox_event(text);
drop function app.sandbox_settle(text);
drop function app.sandbox_refund_payment(text, text, jsonb, jsonb);
drop function app.sandbox_cancel_payment(text);
drop function app.sandbox_confirm_payment(text, jsonb);
drop function app.sandbox_create_payment(text, jsonb);
drop function app.sandbox_tell(text, jsonb, text, interval);
drop function app.sandbox_refund(text);
drop function app.sandbox_payment(text);
drop function app.sandbox_id(text);
drop table app.sandbox_events, app.sandbox_refunds, app.sandbox_payments;
drop function app.sweep_payments(int);
drop function app.purge_webhooks(interval);
drop function app.take_webhook(text, text);
drop function app.webhook_event(text, text);
drop function app.receive_webhook(text, text, text, timestamptz, jsonb, uuid);
drop table app.webhook_events, payment_events;

drop trigger audit_insert on payment_intents;
drop trigger audit_update on payment_intents;
drop trigger audit_delete on payment_intents;
select app.enable_audit('payment_intents', account_column => 'account_id',
  hidden => 'amount,currency,customer_email_key,reference_key');
drop index payment_intents_check, payment_intents_provider_reference;
alter table payment_intents
  drop constraint payment_intents_cancellation_while_processing,
  drop constraint payment_intents_provider_reference_of_provider,
  drop column check_at,
  drop column processed_at,
  drop column submitted_at,
  drop column confirmed_at,
  drop column cancellation,
  drop column payment_method,
  drop column provider_reference,
  drop column provider;
