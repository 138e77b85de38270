-- The profile as its person keeps it: how times are written, and what is known of the ways to sign in.

alter table users
  add column date_format text not null default 'D MMM YYYY'
    check (date_format in ('D MMM YYYY', 'YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY')),
  add column clock text not null default '24h' check (clock in ('24h', '12h'));
comment on column users.date_format is 'How days are written for this person; the months'' names are English.';
comment on column users.clock is 'How times of day are written for this person.';
grant update (date_format, clock) on users to tenant_user;

-- The credentials themselves are out of every application role's reach.
create function app.own_sign_in() returns table (has_password boolean, password_changed_at timestamptz, has_google boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.context_is_sealed() then
    raise exception 'what is a person''s own needs a context that the database opened' using errcode = '42501';
  end if;
  return query
  select c.user_id is not null, c.updated_at, u.google_id is not null
  from public.users u left join public.user_credentials c on c.user_id = u.id where u.id = app.user_id();
end $$;
comment on function app.own_sign_in() is 'By which ways the person of this transaction signs in, and since when with this password.';
-- Read on each page, before a context is opened; beside app.session_person(), which says the rest.
create function app.time_format_of(session uuid) returns table (date_format text, clock text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.date_format, u.clock from public.sessions s join public.users u on u.id = s.user_id where s.id = session
$$;
comment on function app.time_format_of(uuid) is 'How the person of a session wants times written.';

alter function app.time_format_of(uuid) owner to bulkhead_definer;
revoke execute on function app.time_format_of(uuid) from public;
grant execute on function app.time_format_of(uuid) to tenant_user;
alter function app.own_sign_in() owner to bulkhead_definer;
revoke execute on function app.own_sign_in() from public;
grant execute on function app.own_sign_in() to tenant_user;
