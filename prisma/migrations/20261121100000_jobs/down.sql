drop schema if exists graphile_worker cascade;
drop function app.open_queue();
drop function app.add_job(text, jsonb, text, timestamptz, int);
drop function app.context_is_sealed();
revoke usage on schema app from job_worker;
