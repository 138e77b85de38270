-- Sign-in: limits on guessing, a second factor, and new passwords by mail. Every table here lies before the tenants, in the
-- schema app, and is reached by functions only. They hold hashes and sealed secrets, never what a person types.
--
-- Errors for the caller to tell apart:  BH007 the session needs a second factor

-- ── Guesses ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Counted in the database, logged, so that neither a restart nor a second process gives a guesser a new start.

create table app.guesses (
  key text collate "C" primary key,
  count int not null,
  ends_at timestamptz not null
);
comment on table app.guesses is 'Attempts to guess a secret, per limited key in its current window. Keys are hashes.';
create index guesses_end on app.guesses (ends_at);
grant select, insert, update, delete on app.guesses to bulkhead_definer;

create function app.is_known_address(email_address text, address inet) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.users u join public.sessions s on s.user_id = u.id
    where lower(u.email) = lower(btrim(email_address)) and s.ip_address = address and s.created_at > now() - interval '30 days')
$$;
comment on function app.is_known_address(text, inet) is 'True if this person signed in from that address in the last 30 days.';

create function app.take_guesses(limits jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  l record;
  taken record;
begin
  -- Row by row: what a limit refuses must not count against the next one. The upsert locks the row, so no two guesses
  -- that run at once take the same place.
  for l in select * from jsonb_to_recordset(limits) as x (key text, most int, seconds int) loop
    insert into app.guesses as g values (l.key, 1, now() + make_interval(secs => l.seconds))
    on conflict (key) do update set
      count = case when g.ends_at <= now() then 1 else least(g.count + 1, l.most + 1) end,
      ends_at = case when g.ends_at <= now() then excluded.ends_at else g.ends_at end
    returning g.count, g.ends_at into taken;
    if taken.count > l.most then
      return greatest(ceil(extract(epoch from taken.ends_at - now()))::int, 1);
    end if;
  end loop;
  return null;
end $$;
comment on function app.take_guesses(jsonb) is
  'Counts an attempt before its outcome is known, against each limit in turn; answers the seconds to wait at the first that is '
  'reached. A window begins with its first attempt and is never prolonged.';

create function app.take_sign_in_guesses(email_address text, address inet, limits jsonb, everywhere jsonb) returns int
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select app.take_guesses(case when app.is_known_address(email_address, address) then limits else limits || everywhere end)
$$;
comment on function app.take_sign_in_guesses(text, inet, jsonb, jsonb) is
  'The same for a password. The limit over all addresses does not hold where the person is known to sign in: nobody is '
  'locked out there by strangers.';

create function app.return_guesses(forgotten text[], returned text[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update app.guesses g set count = case when g.key = any (forgotten) then 0 else greatest(g.count - 1, 0) end
  where g.key = any (forgotten || returned)
$$;
comment on function app.return_guesses(text[], text[]) is 'After a success: forgets what some keys counted, and gives others this one attempt back.';

-- ── The second factor ────────────────────────────────────────────────────────────────────────────────────────────

create table app.second_factors (
  user_id uuid primary key references public.users (id) on delete cascade,
  sealed_secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  recovery_codes_left int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table app.second_factors is 'Authenticator apps of people (TOTP).';
comment on column app.second_factors.sealed_secret is 'Encrypted by the application, bound to its person.';
comment on column app.second_factors.confirmed_at is 'Null while it is being set up: it protects nothing yet.';
comment on column app.second_factors.last_step is 'Time step of the last code that was taken: no code serves twice.';
select app.enable_stamps('app.second_factors');
select app.enable_audit('app.second_factors', 'user_id', hidden => 'sealed_secret,last_step', quiet => 'last_step');
grant select, insert, update, delete on app.second_factors to bulkhead_definer;

create table app.recovery_codes (
  user_id uuid not null references app.second_factors (user_id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
comment on table app.recovery_codes is 'One-time codes for who has lost the authenticator. How many are left, second_factors says, where it is audited.';
grant select, insert, update, delete on app.recovery_codes to bulkhead_definer;

create table app.sign_in_challenges (
  token_hash bytea primary key,
  user_id uuid not null references public.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  passed_at timestamptz
);
comment on table app.sign_in_challenges is 'Sign-ins whose password was right and whose second factor is still to come.';
create index sign_in_challenges_user on app.sign_in_challenges (user_id);
grant select, insert, update, delete on app.sign_in_challenges to bulkhead_definer;

alter table sessions add column second_factor_at timestamptz;
comment on column sessions.second_factor_at is 'When the person proved the second factor in this session; null: not at all.';

create function app.begin_challenge(person uuid, hash bytea, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from app.second_factors f where f.user_id = person and f.confirmed_at is not null) then
    return false;
  end if;
  insert into app.sign_in_challenges (token_hash, user_id, expires_at) values (hash, person, now() + lifetime);
  return true;
end $$;
comment on function app.begin_challenge(uuid, bytea, interval) is
  'After the password was checked: true if a second factor is still to come, which the bearer of the token then proves.';

create function app.find_challenge(hash bytea)
returns table (user_id uuid, email text, sealed_secret bytea, last_step bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.id, u.email, f.sealed_secret, f.last_step
  from app.sign_in_challenges c join public.users u on u.id = c.user_id and u.disabled_at is null
  join app.second_factors f on f.user_id = c.user_id and f.confirmed_at is not null
  where c.token_hash = hash and c.expires_at > now() and c.passed_at is null
$$;
comment on function app.find_challenge(bytea) is 'A living challenge, with what its code is checked by; no row for any other.';

create function app.use_recovery_code(person uuid, hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.recovery_codes r set used_at = now() where r.user_id = person and r.code_hash = hash and r.used_at is null;
  if not found then return false; end if;
  update app.second_factors f set recovery_codes_left =
    (select count(*) from app.recovery_codes r where r.user_id = person and r.used_at is null) where f.user_id = person;
  return true;
end $$;
comment on function app.use_recovery_code(uuid, bytea) is 'Uses up a recovery code; false if there is none such. Needs a sealed context.';

create function app.pass_challenge(hash bytea, step bigint, recovery bytea, details jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
  label text;
begin
  select c.user_id, coalesce(nullif(u.full_name, ''), u.email) into person, label
  from app.sign_in_challenges c join public.users u on u.id = c.user_id
  where c.token_hash = hash and c.expires_at > now() and c.passed_at is null for update of c;
  if not found then return null; end if;
  perform app.set_context(null, person, null, '', details || jsonb_build_object('kind', 'user', 'label', label));
  if step is not null then
    update app.second_factors f set last_step = step where f.user_id = person and f.confirmed_at is not null and f.last_step < step;
    if not found then return null; end if;
  elsif not app.use_recovery_code(person, recovery) then
    return null;
  end if;
  update app.sign_in_challenges c set passed_at = now() where c.token_hash = hash;
  return person;
end $$;
comment on function app.pass_challenge(bytea, bigint, bytea, jsonb) is
  'Takes a code''s time step, which the application has checked, or a recovery code, once; answers the person who may have a session now.';

create or replace function app.open_session(person uuid, address inet, agent text, lifetime interval) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  session uuid;
  proved timestamptz;
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "sign-in"}');
  if exists (select 1 from app.second_factors f where f.user_id = person and f.confirmed_at is not null) then
    -- Each challenge that was passed opens one session, right away.
    delete from app.sign_in_challenges c where c.token_hash = (select o.token_hash from app.sign_in_challenges o
      where o.user_id = person and o.passed_at > now() - interval '1 minute' order by o.passed_at desc limit 1 for update)
    returning c.passed_at into proved;
    if proved is null then raise exception 'a second factor is needed' using errcode = 'BH007'; end if;
  end if;
  update public.users u set last_login = now() where u.id = person and u.disabled_at is null;
  if not found then raise exception 'no such person' using errcode = 'BH001'; end if;
  insert into public.sessions (user_id, ip_address, user_agent, expires_at, second_factor_at)
  values (person, address, left(agent, 500), now() + lifetime, proved) returning id into session;
  return session;
end $$;
comment on function app.open_session(uuid, inet, text, interval) is
  'Starts a session after the password (or Google) was checked, and the challenge of who has a second factor was passed.';

create function app.tell_of_new_device(session uuid, subject text, body_text text, body_html text) returns void
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
comment on function app.tell_of_new_device(uuid, text, text, text) is
  'Mails a person about a session from an address and browser that none of the earlier ones had.';

-- ── A person's own ───────────────────────────────────────────────────────────────────────────────────────────────
-- In the context of app.enter_person(), which names the person and is sealed.

create function app.require_own_context() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if app.user_id() is null or not app.context_is_sealed() then
    raise exception 'this needs the context of a person' using errcode = '42501';
  end if;
  return app.user_id();
end $$;
comment on function app.require_own_context() is 'The person of a sealed context; everything else is refused.';

create function app.own_security()
returns table (email text, full_name text, password_hash text, password_changed_at timestamptz, sealed_secret bytea,
  confirmed_at timestamptz, last_step bigint, recovery_codes_left int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email, u.full_name, c.password_hash, c.updated_at, f.sealed_secret, f.confirmed_at, coalesce(f.last_step, 0),
    coalesce(f.recovery_codes_left, 0)
  from public.users u left join public.user_credentials c on c.user_id = u.id left join app.second_factors f on f.user_id = u.id
  where u.id = app.require_own_context()
$$;
comment on function app.own_security() is 'How the person of the context proves who they are.';

create function app.begin_second_factor(sealed bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into app.second_factors as f (user_id, sealed_secret) values (app.require_own_context(), sealed)
  on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, last_step = 0 where f.confirmed_at is null;
  return found;
end $$;
comment on function app.begin_second_factor(bytea) is 'Keeps the secret of an authenticator that is being set up; false if there is one already.';

create function app.replace_recovery_codes(hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := app.require_own_context();
begin
  update app.second_factors f set recovery_codes_left = cardinality(hashes) where f.user_id = person and f.confirmed_at is not null;
  if not found then return false; end if;
  delete from app.recovery_codes r where r.user_id = person;
  insert into app.recovery_codes (user_id, code_hash) select person, unnest(hashes);
  return true;
end $$;
comment on function app.replace_recovery_codes(bytea[]) is 'New recovery codes; the former ones serve no more.';

create function app.confirm_second_factor(session uuid, step bigint, hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := app.require_own_context();
begin
  update app.second_factors f set confirmed_at = now(), last_step = step
  where f.user_id = person and f.confirmed_at is null and f.last_step < step;
  if not found then return false; end if;
  perform app.replace_recovery_codes(hashes);
  -- Whoever has shown a code here has proved it; what was open elsewhere has not.
  update public.sessions s set second_factor_at = now() where s.user_id = person and s.id = session;
  update public.sessions s set revoked_at = now() where s.user_id = person and s.id <> session and s.revoked_at is null;
  return true;
end $$;
comment on function app.confirm_second_factor(uuid, bigint, bytea[]) is
  'The authenticator protects from now on; the session that showed its code goes on, all others end.';

create function app.use_own_code(step bigint, recovery bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := app.require_own_context();
begin
  if step is null then return app.use_recovery_code(person, recovery); end if;
  update app.second_factors f set last_step = step where f.user_id = person and f.confirmed_at is not null and f.last_step < step;
  return found;
end $$;
comment on function app.use_own_code(bigint, bytea) is 'Takes a code of the person''s own authenticator, or a recovery code, once.';

create function app.remove_second_factor() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := app.require_own_context();
begin
  delete from app.second_factors f where f.user_id = person;
  if not found then return false; end if;
  update public.sessions s set second_factor_at = null where s.user_id = person and s.second_factor_at is not null;
  return true;
end $$;
comment on function app.remove_second_factor() is 'Takes the person''s own authenticator away, and the proof from their sessions.';

create function app.set_own_password(session uuid, hash text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := app.require_own_context();
begin
  insert into public.user_credentials as c (user_id, password_hash) values (person, hash)
  on conflict (user_id) do update set password_hash = excluded.password_hash;
  update public.sessions s set revoked_at = now() where s.user_id = person and s.id <> session and s.revoked_at is null;
  delete from app.sign_in_challenges c where c.user_id = person;
  delete from app.password_resets r where r.user_id = person;
end $$;
comment on function app.set_own_password(uuid, text) is 'A new password; all sessions but this one end.';

-- ── New passwords by mail ────────────────────────────────────────────────────────────────────────────────────────
-- Every request is kept and worked off by a job, also for addresses that nobody has: the answer takes the same work.

create table app.password_resets (
  id uuid primary key default gen_random_uuid(),
  email text not null check (length(email) <= 254),
  details jsonb not null,
  user_id uuid references public.users (id) on delete cascade,
  token_hash bytea unique,
  expires_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table app.password_resets is 'Requests for a new password, and the hashes of the tokens that were mailed. A used one is deleted.';
create index password_resets_user on app.password_resets (user_id);
create index password_resets_created on app.password_resets (created_at);
grant select, insert, update, delete on app.password_resets to bulkhead_definer;

create function app.ask_password_reset(address text, details jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  reset uuid;
begin
  insert into app.password_resets (email, details) values (lower(btrim(address)), details) returning id into reset;
  perform graphile_worker.add_job('passwords.send_reset', json_build_object('reset_id', reset, 'tenant_id', null));
end $$;
comment on function app.ask_password_reset(text, jsonb) is 'Keeps a request for a new password, whether or not anybody has that address.';

create function app.password_reset_address(reset uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email from app.password_resets r join public.users u on lower(u.email) = r.email and u.disabled_at is null
  where r.id = reset and r.token_hash is null
$$;
comment on function app.password_reset_address(uuid) is 'Where the mail of a request goes; null if nobody has the address, or it went out already.';

create function app.send_password_reset(reset uuid, hash bytea, lifetime interval, subject text, body_text text, body_html text)
returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  r app.password_resets;
  u record;
begin
  select * into r from app.password_resets o where o.id = reset and o.token_hash is null for update;
  select o.id, o.email into u from public.users o where lower(o.email) = r.email and o.disabled_at is null;
  if u.id is null then return; end if;
  update app.password_resets o set user_id = u.id, token_hash = hash, expires_at = now() + lifetime where o.id = reset;
  perform app.store_mail(u.email, subject, body_text, body_html, 'password_reset', null);
end $$;
comment on function app.send_password_reset(uuid, bytea, interval, text, text, text) is 'Stores the token''s hash, and the mail that brings the token.';

create function app.find_password_reset(hash bytea) returns table (email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.email from app.password_resets r join public.users u on u.id = r.user_id and u.disabled_at is null
  where r.token_hash = hash and r.expires_at > now()
$$;
comment on function app.find_password_reset(bytea) is 'Whose a living token is; no row for any other.';

create function app.reset_password(hash bytea, new_password_hash text, details jsonb, subject text, body_text text, body_html text)
returns text language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  u record;
begin
  -- Deleting takes the row's lock: of two who bring the same token one finds it.
  delete from app.password_resets r where r.token_hash = hash and r.expires_at > now() returning r.user_id into u;
  if not found then return null; end if;
  select o.id, o.email, coalesce(nullif(o.full_name, ''), o.email) as label into u
  from public.users o where o.id = u.user_id and o.disabled_at is null;
  if u.id is null then return null; end if;
  perform app.set_context(null, u.id, null, '', details || jsonb_build_object('kind', 'user', 'label', u.label));
  insert into public.user_credentials as c (user_id, password_hash) values (u.id, new_password_hash)
  on conflict (user_id) do update set password_hash = excluded.password_hash;
  update public.sessions s set revoked_at = now() where s.user_id = u.id and s.revoked_at is null;
  delete from app.sign_in_challenges c where c.user_id = u.id;
  delete from app.password_resets r where r.user_id = u.id;
  perform app.store_mail(u.email, subject, body_text, body_html, 'password_changed', null);
  return u.email;
end $$;
comment on function app.reset_password(bytea, text, jsonb, text, text, text) is
  'A new password by a mailed token, once: all sessions end, and the person is told. Answers the address, or null for a token '
  'that does not serve. A second factor stays.';

create function app.purge_guesses() returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from app.guesses g where g.ends_at < now() - interval '1 hour';
  delete from app.sign_in_challenges c where c.expires_at < now() - interval '1 hour';
  delete from app.password_resets r where r.created_at < now() - interval '1 day'
$$;
comment on function app.purge_guesses() is 'Deletes windows, challenges and requests for new passwords that are long over.';

-- ── Tenants that demand a second factor ──────────────────────────────────────────────────────────────────────────

create function app.check_second_factor(session uuid, tenant uuid) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.tenant_configs c left join public.templates t on t.id = c.template_id
      where c.tenant_id = tenant
      and (coalesce(t.definition -> 'settings', '{}') || c.settings) -> 'mandatory_second_factor' = 'true'::jsonb)
    and not exists (select 1 from public.sessions s where s.id = session and s.second_factor_at is not null) then
    raise exception 'this tenant takes sessions with a second factor only' using errcode = 'BH007';
  end if;
end $$;
comment on function app.check_second_factor(uuid, uuid) is 'Refuses a session without a second factor where the tenant demands one.';

create function app.check_pass_factor() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.check_second_factor(new.principal_id, new.tenant_id);
  return new;
end $$;
comment on function app.check_pass_factor() is 'No pass is made for a session that the tenant does not take.';
create trigger check_factor before insert on app.passes for each row when (new.kind = 'member')
  execute function app.check_pass_factor();

-- Passes from before the tenant demanded it, or from before the person proved it, are wrong.
select app.enable_pass_drop('tenant_configs', 'tenant', 'tenant_id', 'tenant_id, template_id, settings');
create trigger drop_passes_factor after update on sessions for each row
  when (old.second_factor_at is distinct from new.second_factor_at) execute function app.drop_passes('person', 'user_id');

create function app.session_has_second_factor(session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.sessions s where s.id = session and s.second_factor_at is not null)
$$;
comment on function app.session_has_second_factor(uuid) is 'True if the person proved a second factor in this session.';

-- For whoever has lost authenticator and recovery codes alike: an operator takes it away, at the command line.
create function app.remove_second_factor_of(address text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  person uuid;
begin
  delete from app.second_factors f using public.users u where u.id = f.user_id and lower(u.email) = lower(btrim(address))
  returning f.user_id into person;
  if person is null then return false; end if;
  update public.sessions s set revoked_at = now() where s.user_id = person and s.revoked_at is null;
  return true;
end $$;
comment on function app.remove_second_factor_of(text) is 'Takes a person''s authenticator away and ends their sessions. For operators at the command line only.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.is_known_address(text, inet)', 'app.take_guesses(jsonb)',
    'app.take_sign_in_guesses(text, inet, jsonb, jsonb)', 'app.return_guesses(text[], text[])', 'app.purge_guesses()',
    'app.begin_challenge(uuid, bytea, interval)', 'app.find_challenge(bytea)', 'app.use_recovery_code(uuid, bytea)',
    'app.pass_challenge(bytea, bigint, bytea, jsonb)', 'app.open_session(uuid, inet, text, interval)',
    'app.tell_of_new_device(uuid, text, text, text)', 'app.require_own_context()', 'app.own_security()',
    'app.begin_second_factor(bytea)', 'app.replace_recovery_codes(bytea[])', 'app.confirm_second_factor(uuid, bigint, bytea[])',
    'app.use_own_code(bigint, bytea)', 'app.remove_second_factor()', 'app.set_own_password(uuid, text)',
    'app.ask_password_reset(text, jsonb)', 'app.password_reset_address(uuid)',
    'app.send_password_reset(uuid, bytea, interval, text, text, text)', 'app.find_password_reset(bytea)',
    'app.reset_password(bytea, text, jsonb, text, text, text)', 'app.check_second_factor(uuid, uuid)', 'app.check_pass_factor()',
    'app.session_has_second_factor(uuid)', 'app.remove_second_factor_of(text)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;

grant execute on function app.take_guesses(jsonb), app.take_sign_in_guesses(text, inet, jsonb, jsonb),
  app.return_guesses(text[], text[]), app.purge_guesses(), app.begin_challenge(uuid, bytea, interval), app.find_challenge(bytea),
  app.pass_challenge(bytea, bigint, bytea, jsonb), app.open_session(uuid, inet, text, interval),
  app.tell_of_new_device(uuid, text, text, text), app.own_security(), app.begin_second_factor(bytea),
  app.replace_recovery_codes(bytea[]), app.confirm_second_factor(uuid, bigint, bytea[]), app.use_own_code(bigint, bytea),
  app.remove_second_factor(), app.set_own_password(uuid, text), app.ask_password_reset(text, jsonb),
  app.password_reset_address(uuid), app.send_password_reset(uuid, bytea, interval, text, text, text),
  app.find_password_reset(bytea), app.reset_password(bytea, text, jsonb, text, text, text),
  app.check_second_factor(uuid, uuid), app.session_has_second_factor(uuid) to tenant_user;
grant execute on function app.remove_second_factor_of(text) to current_user;
