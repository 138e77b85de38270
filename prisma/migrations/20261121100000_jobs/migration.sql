-- Background jobs. The queue is graphile-worker's, in its own schema, which its own migrations make right after ours; a
-- job is added in the transaction whose work it follows, and never without a context: the tenant in its payload is the
-- database's word, not the application's.
--
-- The role job_worker runs the queue. It reaches the queue's tables and nothing else: what a job does to rows it does
-- through the door, as background work of one tenant.

grant usage on schema app to job_worker;

create function app.context_is_sealed() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select current_setting('app.seal', true) is not distinct from app.seal()
$$;
comment on function app.context_is_sealed() is 'True if an entry function wrote the context of this transaction for writing.';

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

create function app.open_queue() returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  item record;
begin
  if to_regnamespace('graphile_worker') is null then return; end if;
  grant usage on schema graphile_worker to job_worker, bulkhead_definer;
  grant select, insert, update, delete on all tables in schema graphile_worker to job_worker, bulkhead_definer;
  grant usage on all sequences in schema graphile_worker to job_worker, bulkhead_definer;
  -- graphile-worker enables row-level security on its tables, so that only named roles reach them.
  for item in select c.oid::regclass as target from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('drop policy if exists queue_access on %s', item.target);
    execute format('create policy queue_access on %s to job_worker, bulkhead_definer using (true) with check (true)', item.target);
    execute format('comment on policy queue_access on %s is %L', item.target,
      'The queue''s own role runs jobs; the SECURITY DEFINER function app.add_job() adds them.');
  end loop;
end $$;
comment on function app.open_queue() is
  'Opens the queue''s tables to the role that runs jobs. The owner calls it whenever the queue''s own migrations have run.';

alter function app.context_is_sealed() owner to bulkhead_definer;
alter function app.add_job(text, jsonb, text, timestamptz, int) owner to bulkhead_definer;
revoke execute on function app.context_is_sealed(), app.add_job(text, jsonb, text, timestamptz, int), app.open_queue() from public;
grant execute on function app.context_is_sealed() to bulkhead_definer;
grant execute on function app.add_job(text, jsonb, text, timestamptz, int) to tenant_user, platform_admin;
