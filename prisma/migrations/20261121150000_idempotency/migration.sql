-- Idempotency keys: the answer of a request, kept in the transaction of its effect. Whoever sends the same key again
-- reads that answer, and nothing happens twice.
--
-- No role that serves requests may touch the table: the two functions below work out from the sealed context whose key it
-- is, so that one caller never reads another one's answer.

create table idempotency_keys (
  tenant_id uuid not null references tenants (id),
  principal uuid not null,
  key text collate "C" not null check (length(key) between 1 and 255),
  operation text not null,
  fingerprint bytea not null check (length(fingerprint) = 32),
  answer text not null,
  account_scope text not null,
  made_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '24 hours',
  primary key (tenant_id, principal, key)
);
comment on table idempotency_keys is 'Answers of requests with an Idempotency-Key, for a day. Without a row the request had no effect.';
comment on column idempotency_keys.principal is 'The person, or the first of the access keys that were rotated into the present one: a retry may come after a rotation.';
comment on column idempotency_keys.fingerprint is 'SHA-256 of method, address and body: the same key for another request is refused.';
comment on column idempotency_keys.answer is 'JSON of what the transaction answered. Text, because jsonb would reorder it.';
comment on column idempotency_keys.account_scope is 'Accounts that the request could reach; a narrower one must not read the answer.';
comment on column idempotency_keys.made_by is 'The request that had the effect, by an id that no sender chooses: its own retry after a lost COMMIT is no replay.';
create index idempotency_keys_expiry on idempotency_keys (expires_at);
select app.enable_tenant_rls('idempotency_keys');
select app.enable_definer_access('idempotency_keys', 'select, insert, delete');

create function app.idempotency_principal() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  ctx jsonb := app.context();
  principal uuid;
begin
  if ctx is null or current_setting('app.seal', true) is distinct from app.seal() then
    raise exception 'an idempotency key without a context made by app.enter()' using errcode = '42501';
  end if;
  if ctx ->> 'kind' <> 'api_key' then return app.user_id(); end if;
  with recursive chain as (
    select k.id, k.replaces_id from public.tenant_api_keys k
    where k.tenant_id = app.tenant_id() and k.id = (ctx ->> 'api_key_id')::uuid
    union
    select k.id, k.replaces_id from chain c
    join public.tenant_api_keys k on k.tenant_id = app.tenant_id() and k.id = c.replaces_id
  )
  select c.id into principal from chain c where c.replaces_id is null;
  return principal;
end $$;
comment on function app.idempotency_principal() is 'Whose idempotency keys this transaction uses: the person, or the first key of a chain of rotations.';

create function app.claim_idempotency_key(given_key text, given_fingerprint bytea, out outcome text, out answer text, out made_by uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := app.idempotency_principal();
  found_row public.idempotency_keys;
  is_locked boolean := false;
begin
  loop
    select * into found_row from public.idempotency_keys k
    where k.tenant_id = app.tenant_id() and k.principal = who and k.key = given_key;
    exit when found or is_locked;
    -- Held to the end of the transaction. Nobody waits for it: a request that is running elsewhere is answered as such.
    if not pg_try_advisory_xact_lock(hashtextextended(concat_ws('/', app.tenant_id(), who, given_key), 0)) then
      outcome := 'running';
      return;
    end if;
    -- Between the look and the lock another request may have come to its end: look once more.
    is_locked := true;
  end loop;
  if found_row.key is not null and found_row.expires_at <= now() then
    delete from public.idempotency_keys k where k.tenant_id = app.tenant_id() and k.principal = who and k.key = given_key;
    found_row := null;
  end if;
  if found_row.key is null then
    outcome := 'new';
  elsif found_row.fingerprint <> given_fingerprint then
    outcome := 'other request';
  elsif not app.sees_all_accounts()
    and (found_row.account_scope = '*' or not found_row.account_scope::uuid[] <@ app.account_ids()) then
    outcome := 'out of reach';
  else
    outcome := 'done';
    answer := found_row.answer;
    made_by := found_row.made_by;
  end if;
end $$;
comment on function app.claim_idempotency_key(text, bytea) is
  'Claims a key for this transaction. Outcome: new; running (elsewhere, not waited for); done (with the answer and the '
  'request that made it); other request (the key was used for one); out of reach (the answer is about more accounts).';

create function app.keep_idempotent_answer(given_key text, given_fingerprint bytea, given_operation text, given_answer text,
  given_made_by uuid)
returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.idempotency_keys (tenant_id, principal, key, fingerprint, operation, answer, account_scope, made_by)
  values (app.tenant_id(), app.idempotency_principal(), given_key, given_fingerprint, given_operation, given_answer,
    current_setting('app.account_scope'), given_made_by)
$$;
comment on function app.keep_idempotent_answer(text, bytea, text, text, uuid) is 'Keeps the answer of this transaction under the key that it claimed.';

create function app.purge_idempotency_keys(batch int default 10000) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  delete from public.idempotency_keys k using (
    select e.tenant_id, e.principal, e.key from public.idempotency_keys e where e.expires_at <= now()
    order by e.expires_at limit batch for update skip locked) d
  where k.tenant_id = d.tenant_id and k.principal = d.principal and k.key = d.key;
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.purge_idempotency_keys(int) is 'Deletes keys whose day is over, at most that many; returns how many.';

alter function app.idempotency_principal() owner to bulkhead_definer;
alter function app.claim_idempotency_key(text, bytea) owner to bulkhead_definer;
alter function app.keep_idempotent_answer(text, bytea, text, text, uuid) owner to bulkhead_definer;
alter function app.purge_idempotency_keys(int) owner to bulkhead_definer;
-- "for update" needs it.
grant update (expires_at) on idempotency_keys to bulkhead_definer;
revoke execute on all functions in schema app from public;
grant execute on function app.claim_idempotency_key(text, bytea), app.keep_idempotent_answer(text, bytea, text, text, uuid),
  app.purge_idempotency_keys(int) to tenant_user;
