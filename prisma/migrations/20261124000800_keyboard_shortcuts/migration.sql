-- Keys that act by themselves, without a modifier, can be switched off (WCAG 2.1.4): speech input types letters by chance.

alter table users add column keyboard_shortcuts boolean not null default true;
comment on column users.keyboard_shortcuts is 'Pages act on single keys, such as “?” or “g p”; those with Ctrl or ⌘ work in any case.';
grant update (keyboard_shortcuts) on users to tenant_user;

-- Read on each page, before a context is opened; beside app.session_person() and app.time_format_of(), which say the rest.
create function app.keyboard_shortcuts_of(session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.keyboard_shortcuts from public.sessions s join public.users u on u.id = s.user_id where s.id = session
$$;
comment on function app.keyboard_shortcuts_of(uuid) is 'Whether the person of a session wants pages to act on single keys.';
alter function app.keyboard_shortcuts_of(uuid) owner to bulkhead_definer;
revoke execute on function app.keyboard_shortcuts_of(uuid) from public;
grant execute on function app.keyboard_shortcuts_of(uuid) to tenant_user;
