drop function app.finish_isolation_proof(uuid, text, int, int, int, int, text, jsonb);
drop function app.begin_isolation_proof(text);
drop function app.request_isolation_proof();
drop function app.is_proving();
drop function app.has_prover();
drop table isolation_proofs;
