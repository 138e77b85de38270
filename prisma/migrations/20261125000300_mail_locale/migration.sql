-- The language of a mail is that of the person it goes to: told beside the address, by the statement that finds it.

create function app.reading_locale(person uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.locale from public.users u
  where u.id = person and (u.id = app.user_id()
    or exists (select 1 from public.memberships m where m.tenant_id = app.tenant_id() and m.user_id = u.id))
$$;
comment on function app.reading_locale(uuid) is
  'In which language somebody reads: the person of the context, or whoever belongs to its tenant. Null: not chosen.';

create function app.invitation_locale(invitation uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when invited.id is null then inviter.locale else invited.locale end
  from public.invitations i
  left join public.users invited on lower(invited.email) = lower(i.email)
  left join public.users inviter on inviter.id = coalesce(i.invited_by, i.invited_by_admin)
  where i.id = invitation
    and (i.tenant_id = app.tenant_id() or (app.platform_user_id() is not null and app.context_is_sealed()))
$$;
comment on function app.invitation_locale(uuid) is
  'In which language an invitation is written: that of the invited, or for somebody new that of who invites. Null: not chosen.';

create function app.new_device_of(session uuid) returns table (locale text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.locale from public.sessions s join public.users u on u.id = s.user_id
  where s.id = session
    -- The very first sign-in tells the person nothing new.
    and exists (select 1 from public.sessions o where o.user_id = s.user_id and o.id <> s.id)
    and not exists (select 1 from public.sessions o where o.user_id = s.user_id and o.id <> s.id
      and o.ip_address is not distinct from s.ip_address and o.user_agent is not distinct from s.user_agent)
$$;
comment on function app.new_device_of(uuid) is
  'One row for a session from an address and browser that none of the earlier ones had: in which language its person reads.';

create or replace function app.tell_of_new_device(session uuid, subject text, body_text text, body_html text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  address text;
begin
  select u.email into address from app.new_device_of(session), public.sessions s join public.users u on u.id = s.user_id
  where s.id = session;
  if found then perform app.store_mail(address, subject, body_text, body_html, 'new_sign_in', null); end if;
end $$;

drop function app.password_reset_address(uuid);
create function app.password_reset_recipient(reset uuid) returns table (email text, locale text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email, u.locale from app.password_resets r join public.users u on lower(u.email) = r.email and u.disabled_at is null
  where r.id = reset and r.token_hash is null
$$;
comment on function app.password_reset_recipient(uuid) is
  'Where the mail of a request goes, and its language; no row if nobody has the address, or it went out already.';

drop function app.find_password_reset(bytea);
create function app.find_password_reset(hash bytea) returns table (email text, locale text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email, u.locale from app.password_resets r join public.users u on u.id = r.user_id and u.disabled_at is null
  where r.token_hash = hash and r.expires_at > now()
$$;
comment on function app.find_password_reset(bytea) is 'Whose a living token is, and in which language they read; no row for any other.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.reading_locale(uuid)', 'app.invitation_locale(uuid)', 'app.new_device_of(uuid)',
    'app.password_reset_recipient(uuid)', 'app.find_password_reset(bytea)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.reading_locale(uuid), app.invitation_locale(uuid), app.new_device_of(uuid),
  app.password_reset_recipient(uuid), app.find_password_reset(bytea) to tenant_user;
grant execute on function app.invitation_locale(uuid) to platform_admin;
