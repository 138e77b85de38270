drop trigger metadata_insert on accounts;
drop trigger metadata_update on accounts;
drop table metadata_entries, refunds, payment_intents;
drop function app.enable_metadata(regclass, text);
drop function app.index_metadata();
drop function app.metadata_paths(jsonb);
drop function app.refund_total();
drop function app.payment_intent_status_changes();
drop function app.payment_intent_may_become(text, text);
