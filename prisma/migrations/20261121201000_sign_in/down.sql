drop function app.remove_second_factor_of(text), app.session_has_second_factor(uuid);
drop trigger drop_passes_factor on sessions;
drop trigger drop_passes_update on tenant_configs;
drop trigger drop_passes_delete on tenant_configs;
drop trigger drop_passes_truncate on tenant_configs;
drop trigger check_factor on app.passes;
drop function app.check_pass_factor(), app.check_second_factor(uuid, uuid), app.purge_guesses();
drop function app.reset_password(bytea, text, jsonb, text, text, text), app.find_password_reset(bytea),
  app.send_password_reset(uuid, bytea, interval, text, text, text), app.password_reset_address(uuid),
  app.ask_password_reset(text, jsonb);
drop table app.password_resets;
drop function app.set_own_password(uuid, text), app.remove_second_factor(), app.use_own_code(bigint, bytea),
  app.confirm_second_factor(uuid, bigint, bytea[]), app.replace_recovery_codes(bytea[]), app.begin_second_factor(bytea),
  app.own_security(), app.require_own_context(), app.tell_of_new_device(uuid, text, text, text);

create or replace function app.open_session(person uuid, address inet, agent text, lifetime interval) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  session uuid;
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "sign-in"}');
  update public.users u set last_login = now() where u.id = person and u.disabled_at is null;
  if not found then raise exception 'no such person' using errcode = 'BH001'; end if;
  insert into public.sessions (user_id, ip_address, user_agent, expires_at)
  values (person, address, left(agent, 500), now() + lifetime) returning id into session;
  return session;
end $$;
comment on function app.open_session(uuid, inet, text, interval) is 'Starts a session after the password (or Google) was checked.';

drop function app.pass_challenge(bytea, bigint, bytea, jsonb), app.use_recovery_code(uuid, bytea), app.find_challenge(bytea),
  app.begin_challenge(uuid, bytea, interval);
alter table sessions drop column second_factor_at;
drop table app.sign_in_challenges;
drop table app.recovery_codes;
drop table app.second_factors;
drop function app.return_guesses(text[], text[]), app.take_sign_in_guesses(text, inet, jsonb, jsonb), app.take_guesses(jsonb),
  app.is_known_address(text, inet);
drop table app.guesses;
