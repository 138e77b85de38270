alter table webhook_deliveries drop column payment_intent_id;
