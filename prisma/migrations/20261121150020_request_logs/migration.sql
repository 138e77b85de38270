-- The request log: which requests a tenant's keys and people sent to the API. No bodies, no values of parameters.

create table request_logs (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  created_at timestamptz not null default now(),
  api_key_id uuid,
  user_id uuid,
  method text collate "C" not null check (length(method) <= 16),
  path text collate "C" not null check (length(path) <= 200),
  parameters text[] not null default '{}',
  status int not null check (status between 100 and 599),
  status_class text collate "C" generated always as ((status / 100)::text || 'xx') stored,
  error_code text,
  duration_ms int not null check (duration_ms >= 0),
  request_id text collate "C" not null check (length(request_id) <= 64),
  is_replay boolean not null default false,
  ip_address inet,
  user_agent text check (length(user_agent) <= 500),
  primary key (tenant_id, id),
  check (num_nonnulls(api_key_id, user_id) = 1)
);
comment on table request_logs is 'Requests to the API, for as long as REQUEST_LOG_DAYS says. Written in batches after the answers.';
comment on column request_logs.path is 'Template of the address, never what somebody typed.';
comment on column request_logs.parameters is 'Names of the query parameters; values may be personal data.';
comment on column request_logs.is_replay is 'Answered from an idempotency key: nothing was done again.';
create index request_logs_created on request_logs (tenant_id, created_at);
create index request_logs_api_key on request_logs (tenant_id, api_key_id, id);
create index request_logs_user on request_logs (tenant_id, user_id, id);
create index request_logs_status_class on request_logs (tenant_id, status_class, id);
create index request_logs_method on request_logs (tenant_id, method, id);
create index request_logs_path on request_logs (tenant_id, path, id);
create index request_logs_request on request_logs (tenant_id, request_id, id);
-- For the purge, which goes by age across tenants.
create index request_logs_age on request_logs (id);
select app.enable_tenant_rls('request_logs');
-- A restricted actor sees the own requests, and those of keys that it sees: the sub-select is read under their policies.
select app.enable_account_rls('request_logs', '(user_id = (select app.user_id()) or api_key_id in (select k.id from public.tenant_api_keys k where k.tenant_id = (select app.tenant_id())))');
select app.enable_definer_access('request_logs', 'select, insert, delete');
grant select on request_logs to tenant_user;

create function app.write_request_logs(entries jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  written int;
begin
  -- Whose request it was is not the caller's word alone: the key or person must be of that tenant.
  insert into public.request_logs (tenant_id, id, created_at, api_key_id, user_id, method, path, parameters, status,
    error_code, duration_ms, request_id, is_replay, ip_address, user_agent)
  select e.tenant_id, app.uuid_v7(e.created_at), e.created_at, k.id, m.user_id, e.method, e.path,
    array(select jsonb_array_elements_text(e.parameters)), e.status, e.error_code, e.duration_ms, e.request_id, e.is_replay,
    e.ip_address, e.user_agent
  from jsonb_to_recordset(entries) as e (tenant_id uuid, created_at timestamptz, api_key_id uuid, user_id uuid, method text,
    path text, parameters jsonb, status int, error_code text, duration_ms int, request_id text, is_replay boolean,
    ip_address inet, user_agent text)
  left join public.tenant_api_keys k on k.tenant_id = e.tenant_id and k.id = e.api_key_id
  left join lateral (select m.user_id from public.memberships m
    where m.tenant_id = e.tenant_id and m.user_id = e.user_id limit 1) m on true
  where num_nonnulls(k.id, m.user_id) = 1;
  get diagnostics written = row_count;
  return written;
end $$;
comment on function app.write_request_logs(jsonb) is
  'Writes a batch of the request log, of several tenants; entries whose key or person is not of their tenant are left out.';

create function app.purge_request_logs(days int, batch int default 20000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  delete from public.request_logs r using (
    select o.tenant_id, o.id from public.request_logs o
    where o.id < app.uuid_v7_floor(now() - make_interval(days => greatest(days, 1))) order by o.id limit batch) d
  where r.tenant_id = d.tenant_id and r.id = d.id;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.purge_request_logs(int, int) is 'Deletes entries older than that many days (one at least), at most a batch; returns how many.';

alter function app.write_request_logs(jsonb) owner to bulkhead_definer;
alter function app.purge_request_logs(int, int) owner to bulkhead_definer;
revoke execute on all functions in schema app from public;
grant execute on function app.write_request_logs(jsonb), app.purge_request_logs(int, int) to tenant_user;
