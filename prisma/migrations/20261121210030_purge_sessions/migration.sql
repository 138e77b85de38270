-- Sessions hold addresses and browsers of people: they are kept no longer than somebody needs them.

grant delete on sessions to bulkhead_definer;

create function app.purge_sessions() returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  delete from public.sessions s where s.id in (
    select o.id from public.sessions o
    where least(o.expires_at, o.revoked_at) < now() - interval '180 days'
    -- What is left tells a device that its person knows from one that is new.
    limit 1000 for update skip locked);
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.purge_sessions() is 'Deletes up to a thousand sessions that ended half a year ago; answers how many. Called again until there are none.';
alter function app.purge_sessions() owner to bulkhead_definer;
revoke execute on function app.purge_sessions() from public;
grant execute on function app.purge_sessions() to tenant_user;
