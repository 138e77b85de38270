-- A payment's page shows what was told of the payment and its refunds to the tenant's endpoints: each delivery names the
-- payment that it is about.

alter table webhook_deliveries add column payment_intent_id uuid;
comment on column webhook_deliveries.payment_intent_id is 'The payment that the event is about, by itself or by one of its refunds; null: none.';

-- Owners are under the policies too; for the length of this migration, which nobody else sees, they are not.
alter table webhook_deliveries no force row level security;
alter table payment_intents no force row level security;
alter table webhook_deliveries disable trigger user;
update webhook_deliveries d set payment_intent_id = p.id
from (select o.tenant_id, o.id, case when o.event_type like 'payment\_intent.%' then o.body::jsonb #>> '{data,object,id}'
        else o.body::jsonb #>> '{data,object,payment_intent,id}' end as payment_id
      from webhook_deliveries o where o.event_type like 'payment\_intent.%' or o.event_type like 'refund.%') w
join payment_intents p on p.tenant_id = w.tenant_id and p.id::text = w.payment_id
where d.tenant_id = w.tenant_id and d.id = w.id;
alter table webhook_deliveries enable trigger user;
alter table webhook_deliveries force row level security;
alter table payment_intents force row level security;

alter table webhook_deliveries add foreign key (tenant_id, payment_intent_id) references payment_intents (tenant_id, id);
create index webhook_deliveries_payment_intent on webhook_deliveries (tenant_id, payment_intent_id, id);
grant insert (payment_intent_id) on webhook_deliveries to tenant_user;
