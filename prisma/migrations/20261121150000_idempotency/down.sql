drop function app.claim_idempotency_key(text, bytea), app.keep_idempotent_answer(text, bytea, text, text, uuid),
  app.purge_idempotency_keys(int), app.idempotency_principal();
drop table idempotency_keys;
