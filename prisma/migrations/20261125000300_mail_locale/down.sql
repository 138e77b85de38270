drop function app.find_password_reset(bytea);
create function app.find_password_reset(hash bytea) returns table (email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email from app.password_resets r join public.users u on u.id = r.user_id and u.disabled_at is null
  where r.token_hash = hash and r.expires_at > now()
$$;
comment on function app.find_password_reset(bytea) is 'Whose a living token is; no row for any other.';

drop function app.password_reset_recipient(uuid);
create function app.password_reset_address(reset uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email from app.password_resets r join public.users u on lower(u.email) = r.email and u.disabled_at is null
  where r.id = reset and r.token_hash is null
$$;
comment on function app.password_reset_address(uuid) is 'Where the mail of a request goes; null if nobody has the address, or it went out already.';

create or replace function app.tell_of_new_device(session uuid, subject text, body_text text, body_html text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  s record;
begin
  select o.id, o.user_id, o.ip_address, o.user_agent, u.email into s
  from public.sessions o join public.users u on u.id = o.user_id where o.id = session;
  -- The very first sign-in tells the person nothing new.
  if exists (select 1 from public.sessions o where o.user_id = s.user_id and o.id <> s.id)
     and not exists (select 1 from public.sessions o where o.user_id = s.user_id and o.id <> s.id
       and o.ip_address is not distinct from s.ip_address and o.user_agent is not distinct from s.user_agent) then
    perform app.store_mail(s.email, subject, body_text, body_html, 'new_sign_in', null);
  end if;
end $$;

drop function app.new_device_of(uuid);
drop function app.invitation_locale(uuid);
drop function app.reading_locale(uuid);

alter function app.find_password_reset(bytea) owner to bulkhead_definer;
alter function app.password_reset_address(uuid) owner to bulkhead_definer;
revoke execute on function app.find_password_reset(bytea), app.password_reset_address(uuid) from public;
grant execute on function app.find_password_reset(bytea), app.password_reset_address(uuid) to tenant_user;
