-- Proofs of isolation: asked for on the system page, made by a process that has the owner's login, which the web server
-- does not have, and kept here. Only functions write; the one who proves calls them as owner.
--
-- Two advisory locks: whoever waits for requests holds (7239020, 1) shared, so that the page knows that somebody does;
-- whoever proves holds (7239020, 2), so that one does at a time, and a run whose process has died is told apart.

create table isolation_proofs (
  id uuid primary key default app.uuid_v7(),
  status text collate "C" not null default 'requested'
    check (status in ('requested', 'running', 'held', 'broken', 'unproven')),
  source text collate "C" not null default 'page' check (source in ('page', 'command')),
  requested_by uuid,
  requested_by_label text not null check (length(requested_by_label) between 1 and 300),
  started_at timestamptz,
  finished_at timestamptz,
  duration_ms int check (duration_ms >= 0),
  postgres_version text,
  attempt_count int not null default 0,
  wrong_count int not null default 0,
  finding_count int not null default 0,
  problem text check (length(problem) <= 500),
  report jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint isolation_proofs_started check (status = 'requested' or started_at is not null or status = 'unproven'),
  constraint isolation_proofs_finished check ((status in ('held', 'broken', 'unproven')) = (finished_at is not null)),
  constraint isolation_proofs_verdict check (status <> 'held' or (wrong_count = 0 and finding_count = 0 and attempt_count > 0))
);
comment on table isolation_proofs is 'Runs of the isolation proof on this database: who asked, what came of it, every attempt.';
comment on column isolation_proofs.status is
  'requested → running → held (all as it should be) | broken (something is not) | unproven (it could not be carried out).';
comment on column isolation_proofs.requested_by_label is 'Name of the admin, or the login at the command line.';
comment on column isolation_proofs.finding_count is 'Places where the catalogue is not what the rules demand.';
comment on column isolation_proofs.problem is 'Why it is unproven.';
comment on column isolation_proofs.report is 'Findings and every attempt; left out of the audit log.';
-- One at a time, asked for or running.
create unique index isolation_proofs_one_open on isolation_proofs ((true)) where status in ('requested', 'running');
select app.enable_stamps('isolation_proofs');
select app.enable_audit('isolation_proofs', 'id', hidden => 'report');
alter table isolation_proofs enable row level security;
alter table isolation_proofs force row level security;
select app.enable_definer_access('isolation_proofs', 'select, insert, update, delete');
select app.enable_platform_access('isolation_proofs', 'select');

create function app.has_prover() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = 7239020 and l.objid = 1 and l.granted
    and l.database = (select d.oid from pg_database d where d.datname = current_database()))
$$;
comment on function app.has_prover() is 'True while a process that can prove is connected and waits for requests.';

create function app.is_proving() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.classid = 7239020 and l.objid = 2 and l.granted
    and l.database = (select d.oid from pg_database d where d.datname = current_database()))
$$;
comment on function app.is_proving() is 'True while a process makes a proof.';

create function app.request_isolation_proof() returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  made uuid;
begin
  perform app.require_admin_for_system();
  if not app.has_prover() then return null; end if;
  -- What nobody will end: the process that waited for it, or ran it, has gone in the meantime.
  update public.isolation_proofs p set status = 'unproven', finished_at = now(),
    problem = case p.status when 'requested' then 'Nobody took the request up' else 'The process that ran it ended before it was done' end
  where (p.status = 'requested' and p.created_at < now() - interval '1 minute')
     or (p.status = 'running' and p.started_at < now() - interval '5 s' and not app.is_proving());
  insert into public.isolation_proofs (requested_by, requested_by_label)
  values (app.platform_user_id(), left(app.context() ->> 'label', 300)) returning id into made;
  perform pg_notify('bulkhead_isolation_proof', '');
  return made;
end $$;
comment on function app.request_isolation_proof() is
  'Asks for a proof; null where no process is there to make it, unique_violation where one is asked for or running already.';

create function app.begin_isolation_proof(label text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  taken uuid;
begin
  -- The caller holds the lock of those who prove, so a run that is not over has lost its process.
  update public.isolation_proofs p set status = 'unproven', finished_at = now(), problem = 'The process that ran it ended before it was done'
  where p.status = 'running';
  update public.isolation_proofs p set status = 'running', started_at = clock_timestamp(), postgres_version = current_setting('server_version')
  where p.status = 'requested' returning p.id into taken;
  if taken is null and label is not null then
    insert into public.isolation_proofs (status, source, requested_by_label, started_at, postgres_version)
    values ('running', 'command', left(label, 300), clock_timestamp(), current_setting('server_version')) returning id into taken;
  end if;
  return taken;
end $$;
comment on function app.begin_isolation_proof(text) is
  'Takes the request that waits or, where none does and there is a label, begins a run of the command; answers its id, or null.';

create function app.finish_isolation_proof(proof uuid, verdict text, attempts int, wrong int, findings int, took_ms int,
  why text, full_report jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.isolation_proofs p set status = verdict, attempt_count = attempts, wrong_count = wrong, finding_count = findings,
    duration_ms = took_ms, finished_at = clock_timestamp(), problem = left(why, 500), report = full_report
  where p.id = proof and p.status = 'running';
  delete from public.isolation_proofs p where p.status not in ('requested', 'running') and p.id not in
    (select o.id from public.isolation_proofs o order by o.id desc limit 100);
end $$;
comment on function app.finish_isolation_proof(uuid, text, int, int, int, int, text, jsonb) is
  'Stores what came of a run, and keeps the newest hundred.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.request_isolation_proof()', 'app.begin_isolation_proof(text)',
    'app.finish_isolation_proof(uuid, text, int, int, int, int, text, jsonb)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
revoke execute on function app.has_prover(), app.is_proving() from public;
grant execute on function app.is_proving() to bulkhead_definer;
grant execute on function app.has_prover() to platform_admin, bulkhead_definer;
grant execute on function app.request_isolation_proof() to platform_admin;
grant execute on function app.begin_isolation_proof(text),
  app.finish_isolation_proof(uuid, text, int, int, int, int, text, jsonb) to current_user;
