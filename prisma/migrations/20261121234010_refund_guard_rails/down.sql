drop trigger refund_decision on refunds;
drop function app.refund_decision();
drop trigger refund_verdict on refunds;
drop function app.refund_guard();
drop function app.judge_refund(text, bigint);
drop function app.refund_verdict(uuid, uuid, uuid, text, bigint);
drop trigger webhook_insert on refunds;
drop trigger webhook_update on refunds;
select app.enable_webhooks('refunds', 'refund', 'account_id', 'reason,comment');
revoke update (approval_status, decision_comment) on refunds from tenant_user;
drop index refunds_asked_by_key, refunds_asked_by, refunds_approval;
alter table refunds
  drop constraint refunds_decided_by_another,
  drop constraint refunds_decided_by_person,
  drop constraint refunds_moves_when_approved,
  drop constraint refunds_waits_for_approval,
  drop constraint refunds_pending_reason;
-- Nobody is left to agree: what waits is called off. The owner is held by the policies too.
alter table refunds no force row level security;
update refunds set status = 'CANCELED', pending_reason = null where pending_reason = 'awaiting_approval';
alter table refunds force row level security;
alter table refunds
  drop column decision_comment,
  drop column decided_at,
  drop column decided_by,
  drop column answerable_user_id,
  drop column approval_expires_at,
  drop column approval_status,
  add constraint refunds_pending_reason check (pending_reason in ('queued', 'awaiting_provider'));
comment on column refunds.pending_reason is 'Why it is pending: queued (not yet sent) or awaiting_provider (sent, no answer yet).';
revoke update on tenant_configs from bulkhead_definer;
drop table refund_stops;
drop function app.refund_stop_changes();
