drop function app.search_payment_intents(text, text, uuid, boolean, int);
drop function app.look_up_payment_texts(text, text, uuid, boolean, int);
drop function app.walk_payment_texts(text, text, uuid, boolean, int, int);
drop function app.share_of_payment_texts(text, text);
drop index payment_intents_reference_part, payment_intents_email_part;
