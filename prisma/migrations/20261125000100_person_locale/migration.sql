-- The language in which a person reads the pages, on every device.

alter table users add column locale text check (locale in ('en', 'de', 'ar-XB'));
comment on column users.locale is 'Language of the pages as a BCP 47 tag; null: as the browser prefers.';
grant update (locale) on users to tenant_user;

-- Asked where a device does not know the language yet, before a context is opened; beside app.time_format_of().
create function app.locale_of(session uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.locale from public.sessions s join public.users u on u.id = s.user_id where s.id = session
$$;
comment on function app.locale_of(uuid) is 'In which language the person of a session reads.';

alter function app.locale_of(uuid) owner to bulkhead_definer;
revoke execute on function app.locale_of(uuid) from public;
grant execute on function app.locale_of(uuid) to tenant_user;
