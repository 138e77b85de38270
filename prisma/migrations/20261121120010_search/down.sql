drop function app.search_payment_intents(text, text, uuid, boolean, int);
drop index payment_intents_reference_part, payment_intents_email_part;
