drop function app.enter_person(uuid, boolean, jsonb);

create or replace function app.close_session(session uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.sessions set revoked_at = now() where id = session and revoked_at is null
$$;
comment on function app.close_session(uuid) is 'Sign-out: the session is refused from the next request on.';

drop trigger audit_end on sessions;
drop trigger end_once on sessions;
drop trigger slide on sessions;
drop function app.audit_session_end(), app.end_session_once(), app.slide_session();
drop function app.touch_session(uuid), app.limit_idle(uuid, int);

drop trigger drop_passes_update on sessions;
create trigger drop_passes_update after update on sessions for each row
  when ((old.id, old.user_id, old.expires_at, old.revoked_at) is distinct from (new.id, new.user_id, new.expires_at, new.revoked_at))
  execute function app.drop_passes('person', 'user_id');

alter table sessions drop column ends_at, drop column idle_seconds;
comment on column sessions.expires_at is null;
