-- What the system page tells, and what may be done with the job queue from it. The platform's role reaches neither the
-- queue's tables nor the migrations' bookkeeping nor webhooks that came in: these functions give it numbers, and of a job
-- what is needed to judge it. A payload never leaves, only the ids in it that name records of ours.

create function app.require_admin_for_system() returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.platform_user_id() is null or not app.context_is_sealed() then
    raise exception 'only a checked platform admin may do this' using errcode = '42501';
  end if;
end $$;
comment on function app.require_admin_for_system() is
  'Refuses a transaction that app.enter_platform() did not open. For the SECURITY DEFINER functions of the admin section.';

-- ── The queue ────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.job_id(number bigint) returns uuid
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select ('00000000-0000-8000-8000-' || lpad(to_hex(number), 12, '0'))::uuid
$$;
comment on function app.job_id(bigint) is
  'The queue''s number of a job in the form of a UUID (version 8, which is for makers'' own), so that lists page over jobs like over all else.';

create function app.job_number(id uuid) returns bigint
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case when id::text like '00000000-0000-8000-8000-%' then ('x' || right(id::text, 12))::bit(48)::bigint end
$$;
comment on function app.job_number(uuid) is 'The queue''s number behind an id of app.job_id(); null for any other id.';

create function app.job_state(locked_at timestamptz, attempts int, max_attempts int, run_at timestamptz) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    -- The queue itself takes a job back whose worker has been silent for four hours.
    when locked_at > now() - interval '4 hours' then 'running'
    when attempts >= max_attempts then 'failed'
    when run_at <= now() then 'waiting'
    when attempts > 0 then 'retrying'
    else 'planned' end
$$;
comment on function app.job_state(timestamptz, int, int, timestamptz) is
  'running; failed for good; waiting for a worker; retrying: will be tried again; planned: not yet due.';

create function app.queued_jobs() returns table (id uuid, number bigint, tenant_id uuid, task text, state text, subject jsonb,
  attempts int, max_attempts int, last_error text, run_at timestamptz, locked_at timestamptz, created_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_admin_for_system();
  return query
  select app.job_id(j.id), j.id, (j.payload ->> 'tenant_id')::uuid, t.identifier,
    app.job_state(j.locked_at, j.attempts, j.max_attempts, j.run_at),
    -- Ids that lead to a page; whatever else a payload holds stays in it.
    (select coalesce(jsonb_object_agg(p.key, p.value), '{}') from json_each_text(j.payload) p
     where p.key in ('payment_intent_id', 'refund_id', 'mail_id', 'delivery_id')),
    j.attempts::int, j.max_attempts::int, left(j.last_error, 4000), j.run_at, j.locked_at, j.created_at
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  -- As many as lists count; those that need somebody come first.
  order by (j.attempts >= j.max_attempts) desc, j.id desc limit 10001;
end $$;
comment on function app.queued_jobs() is 'Jobs of the queue as the platform''s admins see them: without payload. At most 10,001.';

create function app.job_load() returns table (task text, waiting int, planned int, retrying int, running int, failed int,
  oldest_waiting_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_admin_for_system();
  return query
  select s.task, (count(*) filter (where s.state = 'waiting'))::int, (count(*) filter (where s.state = 'planned'))::int,
    (count(*) filter (where s.state = 'retrying'))::int, (count(*) filter (where s.state = 'running'))::int,
    (count(*) filter (where s.state = 'failed'))::int, min(s.run_at) filter (where s.state = 'waiting')
  from (select t.identifier as task, j.run_at, app.job_state(j.locked_at, j.attempts, j.max_attempts, j.run_at) as state
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id) s
  group by s.task order by s.task;
end $$;
comment on function app.job_load() is 'How many jobs of each task are in which state, and since when the oldest waits.';

create function app.job_clock() returns table (task text, last_run_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_admin_for_system();
  return query select c.identifier, c.last_execution from graphile_worker._private_known_crontabs c order by c.identifier;
end $$;
comment on function app.job_clock() is 'Tasks that run by the clock, and when each was last begun.';

create function app.log_job(tenant uuid, number bigint, act text, before jsonb, after jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
begin
  if to_regclass('public.' || app.audit_partition(clock_timestamp())) is null then
    perform app.ensure_audit_partitions(1);
  end if;
  insert into public.audit_logs (tenant_id, table_name, record_id, action, operation, actor_kind, user_id, actor_label,
    request_id, ip_address, user_agent, old_values, new_values)
  values (coalesce(tenant, '00000000-0000-0000-0000-000000000000'), 'jobs', app.job_id(number)::text, act, ctx ->> 'action',
    ctx ->> 'kind', app.platform_user_id(), ctx ->> 'label', ctx ->> 'request_id', (ctx ->> 'ip_address')::inet,
    ctx ->> 'user_agent', before, after);
end $$;
comment on function app.log_job(uuid, bigint, text, jsonb, jsonb) is
  'The audit row of what an admin does to a job, in the log of the job''s tenant. The queue''s tables have no audit triggers: its own work would fill the log.';

create function app.retry_job(job uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_job record;
begin
  perform app.require_admin_for_system();
  select j.id, j.attempts, (j.payload ->> 'tenant_id')::uuid as tenant_id, t.identifier as task,
    app.job_state(j.locked_at, j.attempts, j.max_attempts, j.run_at) as state into found_job
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.id = app.job_number(job) for update of j;
  if not found then return 'unknown'; end if;
  if found_job.state in ('running', 'waiting') then return found_job.state; end if;
  perform graphile_worker.reschedule_jobs(array[found_job.id], run_at => now(), attempts => 0);
  perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
  perform app.log_job(found_job.tenant_id, found_job.id, 'update',
    jsonb_build_object('task', found_job.task, 'state', found_job.state, 'attempts', found_job.attempts),
    jsonb_build_object('task', found_job.task, 'state', 'waiting', 'attempts', 0));
  return 'retried';
end $$;
comment on function app.retry_job(uuid) is
  'Has a job that failed, or is not due yet, run now with all its tries; answers retried, or why not: unknown, running, waiting.';

create function app.retry_failed_jobs(only_task text, at_most int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  item record;
  done int := 0;
begin
  perform app.require_admin_for_system();
  for item in
    select j.id, j.attempts, (j.payload ->> 'tenant_id')::uuid as tenant_id, t.identifier as task
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where app.job_state(j.locked_at, j.attempts, j.max_attempts, j.run_at) = 'failed' and (only_task is null or t.identifier = only_task)
    order by j.id limit least(at_most, 1000)
    -- What somebody else is retrying at this moment is theirs.
    for update of j skip locked
  loop
    perform graphile_worker.reschedule_jobs(array[item.id], run_at => now(), attempts => 0);
    perform app.log_job(item.tenant_id, item.id, 'update',
      jsonb_build_object('task', item.task, 'state', 'failed', 'attempts', item.attempts),
      jsonb_build_object('task', item.task, 'state', 'waiting', 'attempts', 0));
    done := done + 1;
  end loop;
  if done > 0 then perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":' || done || '}'); end if;
  return done;
end $$;
comment on function app.retry_failed_jobs(text, int) is
  'Has the jobs that failed for good run again, all or those of one task, at most a thousand; answers how many.';

create function app.remove_job(job uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_job record;
begin
  perform app.require_admin_for_system();
  select j.id, j.attempts, (j.payload ->> 'tenant_id')::uuid as tenant_id, t.identifier as task,
    app.job_state(j.locked_at, j.attempts, j.max_attempts, j.run_at) as state into found_job
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.id = app.job_number(job) for update of j;
  if not found then return 'unknown'; end if;
  if found_job.state = 'running' then return 'running'; end if;
  perform graphile_worker.complete_jobs(array[found_job.id]);
  perform app.log_job(found_job.tenant_id, found_job.id, 'delete',
    jsonb_build_object('task', found_job.task, 'state', found_job.state, 'attempts', found_job.attempts), null);
  return 'removed';
end $$;
comment on function app.remove_job(uuid) is 'Takes a job out of the queue for good; answers removed, or why not: unknown, running.';

-- ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

create index webhook_events_waiting on app.webhook_events (received_at) where processed_at is null;
create index webhook_deliveries_failed on webhook_deliveries (last_attempt_at) where status = 'failed';

create function app.traffic_counts() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_admin_for_system();
  return jsonb_build_object(
    'mails', (select jsonb_build_object(
        'queued', count(*) filter (where m.status = 'queued'), 'failed', count(*) filter (where m.status = 'failed'),
        'sent', count(*) filter (where m.status = 'sent'), 'kept', count(*) filter (where m.status = 'kept'),
        'oldest_queued_at', min(m.created_at) filter (where m.status = 'queued')) from public.mails m),
    'inbound_webhooks', (select jsonb_build_object('waiting', count(*), 'oldest_waiting_at', min(e.received_at))
        from app.webhook_events e where e.processed_at is null)
      || (select jsonb_build_object('received_last_day', count(*),
          'worked_off_last_day', count(*) filter (where e.processed_at is not null), 'last_received_at', max(e.received_at))
        from app.webhook_events e where e.received_at > now() - interval '1 day')
      || jsonb_build_object('failed', (select coalesce(sum(l.failed), 0) from app.job_load() l where l.task = 'payments.apply_event')),
    'outbound_webhooks', (select jsonb_build_object(
        'endpoints_enabled', count(*) filter (where e.status = 'enabled'),
        'endpoints_failing', count(*) filter (where e.status = 'enabled' and e.failing_since is not null),
        'endpoints_disabled', count(*) filter (where e.status = 'disabled')) from public.webhook_endpoints e)
      || (select jsonb_build_object('deliveries_waiting', count(*),
          'deliveries_overdue', count(*) filter (where d.next_attempt_at < now() - interval '1 minute'),
          'oldest_due_at', min(d.next_attempt_at) filter (where d.next_attempt_at < now()))
        from public.webhook_deliveries d where d.status = 'pending')
      || (select jsonb_build_object('deliveries_failed_last_day', count(*))
        from public.webhook_deliveries d where d.status = 'failed' and d.last_attempt_at > now() - interval '1 day'));
end $$;
comment on function app.traffic_counts() is 'Mails, webhooks that came in and webhooks that go out, counted by state over all tenants.';

grant select on public._prisma_migrations to bulkhead_definer;
create function app.applied_migrations() returns table (name text, checksum text, finished_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_admin_for_system();
  return query select m.migration_name::text, m.checksum::text, m.finished_at from public._prisma_migrations m
    where m.rolled_back_at is null order by m.migration_name collate "C";
end $$;
comment on function app.applied_migrations() is 'What was applied to this database, and when, oldest first; null: it stopped halfway.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.require_admin_for_system()', 'app.queued_jobs()', 'app.job_load()', 'app.job_clock()',
    'app.log_job(uuid, bigint, text, jsonb, jsonb)', 'app.retry_job(uuid)', 'app.retry_failed_jobs(text, int)',
    'app.remove_job(uuid)', 'app.traffic_counts()', 'app.applied_migrations()']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.job_id(bigint), app.job_number(uuid), app.job_state(timestamptz, int, int, timestamptz) from public;
grant execute on function app.job_id(bigint), app.job_number(uuid), app.job_state(timestamptz, int, int, timestamptz)
  to bulkhead_definer;
grant execute on function app.queued_jobs(), app.job_load(), app.job_clock(), app.retry_job(uuid),
  app.retry_failed_jobs(text, int), app.remove_job(uuid), app.traffic_counts(), app.applied_migrations() to platform_admin;
