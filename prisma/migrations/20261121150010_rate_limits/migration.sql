-- What the processes of one installation count together for their rate limits. Unlogged: after a crash the counts begin
-- anew, which does no harm and makes counting cheap.

create unlogged table app.rate_limits (
  key text collate "C" primary key,
  points int not null,
  expire bigint not null
);
comment on table app.rate_limits is 'Requests per limited key in its current window. Keys are hashes.';
comment on column app.rate_limits.expire is 'End of the window, in milliseconds since 1970.';
create index rate_limits_expire on app.rate_limits (expire);
grant select, insert, update, delete on app.rate_limits to bulkhead_definer;

create function app.count_requests(limited_key text, more int, window_end bigint, at bigint, out points int, out expire bigint)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into app.rate_limits as r values (limited_key, more, window_end)
  on conflict (key) do update set
    points = case when r.expire <= at then excluded.points else r.points + excluded.points end,
    expire = case when r.expire <= at then excluded.expire else r.expire end
  returning r.points, r.expire
$$;
comment on function app.count_requests(text, int, bigint, bigint) is
  'Adds requests to a key''s window, or opens a new window after its end; returns the sum and the end.';

create function app.purge_rate_limits() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  delete from app.rate_limits r where r.expire < extract(epoch from now() - interval '1 hour') * 1000;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.purge_rate_limits() is 'Deletes windows that ended an hour ago; returns how many.';

alter function app.count_requests(text, int, bigint, bigint) owner to bulkhead_definer;
alter function app.purge_rate_limits() owner to bulkhead_definer;
revoke execute on all functions in schema app from public;
grant execute on function app.count_requests(text, int, bigint, bigint), app.purge_rate_limits() to tenant_user;
