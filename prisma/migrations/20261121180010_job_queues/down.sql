drop function app.add_job(text, jsonb, text, timestamptz, int, text);

create function app.add_job(task text, payload jsonb, job_key text default null, run_at timestamptz default null,
  max_attempts int default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.context_is_sealed() then
    raise exception 'a job needs a context for writing' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(identifier => task,
    payload => (payload || jsonb_build_object('tenant_id', app.tenant_id()))::json, run_at => run_at,
    max_attempts => coalesce(max_attempts, 25),
    -- Keys are one tenant's: nobody replaces another tenant's job.
    job_key => case when job_key is null then null else concat_ws(':', app.tenant_id(), task, job_key) end);
end $$;
comment on function app.add_job(text, jsonb, text, timestamptz, int) is
  'Adds a job in this transaction. A job with the same key that has not begun is replaced. The payload gets tenant_id.';

alter function app.add_job(text, jsonb, text, timestamptz, int) owner to bulkhead_definer;
revoke execute on function app.add_job(text, jsonb, text, timestamptz, int) from public;
grant execute on function app.add_job(text, jsonb, text, timestamptz, int) to tenant_user, platform_admin;
