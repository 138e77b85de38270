-- How many requests a tenant sent, by day. Counting the request log would read a row for each, and the log forgets.

create table request_totals (
  tenant_id uuid not null references tenants (id),
  day date not null,
  slot smallint not null check (slot between 0 and 7),
  requests bigint not null check (requests >= 0),
  client_errors bigint not null check (client_errors >= 0),
  server_errors bigint not null check (server_errors >= 0),
  primary key (tenant_id, day, slot)
);
comment on table request_totals is 'Requests to the API by tenant and day; kept by a trigger of the request log, and longer than it.';
comment on column request_totals.day is 'In UTC.';
comment on column request_totals.slot is 'Connections write to different rows, so that they seldom wait for each other; a day is the sum of its slots.';
comment on column request_totals.client_errors is 'Answered with 4xx.';
comment on column request_totals.server_errors is 'Answered with 5xx.';
select app.enable_tenant_rls('request_totals');
select app.enable_definer_access('request_totals', 'select, insert, update');
select app.enable_platform_access('request_totals', 'select');

create function app.keep_request_totals() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- In one order everywhere, so that two batches of several tenants never wait for each other in a circle.
  insert into public.request_totals as t (tenant_id, day, slot, requests, client_errors, server_errors)
  select n.tenant_id, (n.created_at at time zone 'UTC')::date, pg_backend_pid() % 8, count(*),
    count(*) filter (where n.status between 400 and 499), count(*) filter (where n.status >= 500)
  from new_rows n group by 1, 2 order by 1, 2
  on conflict (tenant_id, day, slot) do update set requests = t.requests + excluded.requests,
    client_errors = t.client_errors + excluded.client_errors, server_errors = t.server_errors + excluded.server_errors;
  return null;
end $$;
comment on function app.keep_request_totals() is 'Adds to request_totals what a statement adds to the request log.';
alter function app.keep_request_totals() owner to bulkhead_definer;
revoke execute on function app.keep_request_totals() from public;
create trigger totals_insert after insert on request_logs referencing new table as new_rows
  for each statement execute function app.keep_request_totals();

-- What the log still has. Its owner, who migrates, is held by its policies otherwise.
alter table request_logs no force row level security;
alter table request_totals no force row level security;
insert into request_totals (tenant_id, day, slot, requests, client_errors, server_errors)
select r.tenant_id, (r.created_at at time zone 'UTC')::date, 0, count(*),
  count(*) filter (where r.status between 400 and 499), count(*) filter (where r.status >= 500)
from request_logs r group by 1, 2;
alter table request_logs force row level security;
alter table request_totals force row level security;
