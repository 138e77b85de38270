-- Foundation: the `app` schema with everything that tenant tables are made of.
--
-- Reading order of the migrations: foundation, audit log, reference data, tenants and people, accounts, payments,
-- documents and settings, API keys, imports, door. The roles exist before the first migration (they belong to the
-- cluster, not to the database):
--   tenant_user        the web process, inside one tenant; owns nothing, cannot bypass row-level security
--   platform_admin     the admin section; reaches rows only by policies on named tables
--   bulkhead_definer   NOLOGIN; owns the SECURITY DEFINER functions, and is named in policies where they need rows

create extension if not exists pg_trgm;

revoke create on schema public from public;

create schema app;
comment on schema app is 'Helpers of Bulkhead: context, policies, audit, identity look-ups. No tenant rows live here.';
grant usage on schema app to tenant_user, platform_admin, bulkhead_definer;
-- Needed so that functions may be handed to bulkhead_definer where the owner is not a superuser.
grant create on schema app to bulkhead_definer;

-- ── Identifiers ──────────────────────────────────────────────────────────────────────────────────────────────────

-- RFC 9562, version 7. PostgreSQL has uuidv7() only since 18, we serve 15 and newer.
create function app.uuid_v7(at timestamptz default clock_timestamp()) returns uuid
language sql volatile parallel safe set search_path = pg_catalog, pg_temp as $$
  select encode(
    set_bit(
      set_bit(
        overlay(uuid_send(gen_random_uuid())
                placing substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3)
                from 1 for 6),
        52, 1),
      53, 1),
    'hex')::uuid
$$;
comment on function app.uuid_v7(timestamptz) is 'A time-ordered UUID (RFC 9562 version 7) for the given moment.';

create function app.uuid_v7_floor(at timestamptz) returns uuid
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;
comment on function app.uuid_v7_floor(timestamptz) is
  'The smallest UUID that a version 7 value of that millisecond can be: turns a time range into a key range.';

-- ── Context ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Settings of the current transaction, written by app.enter() only. After a transaction PostgreSQL leaves '' behind
-- rather than null, hence nullif(). All are STABLE and cast the setting, never the column, so a policy built on them
-- is an index condition.

create function app.tenant_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.current_tenant', true), '')::uuid $$;
comment on function app.tenant_id() is 'Tenant of this transaction, or null: then no row is seen and none is written.';

create function app.user_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
comment on function app.user_id() is 'Person of this transaction, or null for API keys and background work.';

create function app.sees_all_accounts() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.account_scope', true) = '*', false) $$;
comment on function app.sees_all_accounts() is 'True if the actor is not restricted to chosen accounts.';

create function app.account_ids() returns uuid[] language sql stable parallel safe as
$$ select case when coalesce(current_setting('app.account_scope', true), '') in ('', '*') then '{}'::uuid[]
               else current_setting('app.account_scope', true)::uuid[] end $$;
comment on function app.account_ids() is 'Accounts that a restricted actor may reach, branches already expanded.';

create function app.context() returns jsonb language sql stable parallel safe as
$$ select nullif(current_setting('app.context', true), '')::jsonb $$;
comment on function app.context() is
  'Who and why, for audit rows: kind, api_key_id, label, action, request_id, ip_address, user_agent.';

create function app.platform_user_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.platform_user_id', true), '')::uuid $$;
comment on function app.platform_user_id() is 'Platform admin of this transaction, or null.';

create function app.refuse_out_of_reach(tenant uuid, account uuid) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if session_user <> 'tenant_user' then return; end if;
  if tenant is distinct from app.tenant_id()
     or (account is not null and not app.sees_all_accounts() and account <> all (app.account_ids())) then
    raise exception 'a row outside the reach of this transaction' using errcode = '42501';
  end if;
end $$;
comment on function app.refuse_out_of_reach(uuid, uuid) is
  'For SECURITY DEFINER triggers, which see all rows and run before policies check a new one: without this their answers '
  'would tell about rows of other tenants and accounts.';

grant execute on function app.refuse_out_of_reach(uuid, uuid) to bulkhead_definer;
grant execute on function app.uuid_v7(timestamptz), app.uuid_v7_floor(timestamptz), app.tenant_id(), app.user_id(),
  app.sees_all_accounts(), app.account_ids(), app.context(), app.platform_user_id()
  to tenant_user, platform_admin, bulkhead_definer;

-- ── The seal ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Any client may call set_config(). So that a context cannot be made up, app.enter() signs it with a secret that only
-- bulkhead_definer can read, and the audit trigger refuses a write whose seal is wrong.

create table app.secrets (
  name text primary key,
  value text not null
);
comment on table app.secrets is 'Key of the context seal; readable by the SECURITY DEFINER functions only.';
insert into app.secrets values ('seal', gen_random_uuid()::text || gen_random_uuid()::text);
grant select on app.secrets to bulkhead_definer;

create function app.seal() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  secret text;
begin
  -- plpgsql keeps the plan of this look-up for the session; an SQL function would plan it at each call.
  select s.value into secret from app.secrets s where s.name = 'seal';
  return encode(sha256(convert_to(concat_ws(E'\x1f', secret, pg_backend_pid(), extract(epoch from transaction_timestamp()),
    current_setting('app.current_tenant', true), current_setting('app.user_id', true),
    current_setting('app.platform_user_id', true), current_setting('app.account_scope', true),
    current_setting('app.context', true)), 'UTF8')), 'hex');
end $$;
comment on function app.seal() is 'Signature over the context of this transaction on this connection.';

create function app.set_context(tenant uuid, person uuid, platform_person uuid, account_scope text, context jsonb)
returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.current_tenant', coalesce(tenant::text, ''), true),
          set_config('app.user_id', coalesce(person::text, ''), true),
          set_config('app.platform_user_id', coalesce(platform_person::text, ''), true),
          set_config('app.account_scope', account_scope, true),
          set_config('app.context', context::text, true);
  perform set_config('app.seal', app.seal(), true);
end $$;
comment on function app.set_context(uuid, uuid, uuid, text, jsonb) is
  'Writes and seals the context for this transaction. Only the entry functions may call it.';

alter function app.seal() owner to bulkhead_definer;
alter function app.set_context(uuid, uuid, uuid, text, jsonb) owner to bulkhead_definer;
revoke execute on function app.seal(), app.set_context(uuid, uuid, uuid, text, jsonb) from public;

-- ── What every tenant table gets ─────────────────────────────────────────────────────────────────────────────────

create function app.stamp_row() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    new.created_at := old.created_at;
    new.updated_at := now();
  elsif coalesce(app.context() ->> 'kind', 'system') = 'system' then
    -- Background work may bring records that are older than this database: imports, restores, seeds.
    new.created_at := coalesce(new.created_at, now());
    new.updated_at := coalesce(new.updated_at, now());
  else
    new.created_at := now();
    new.updated_at := now();
  end if;
  return new;
end $$;
comment on function app.stamp_row() is 'created_at and updated_at are the server''s, whatever a client sends.';

create function app.enable_stamps(target regclass) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create trigger stamp_row before insert or update on %s for each row execute function app.stamp_row()', target);
end $$;
comment on function app.enable_stamps(regclass) is 'Gives a table with created_at and updated_at their trigger.';

create function app.enable_tenant_rls(target regclass) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_select on %s for select to tenant_user using (tenant_id = app.tenant_id())', target);
  execute format('create policy tenant_insert on %s for insert to tenant_user with check (tenant_id = app.tenant_id())', target);
  execute format('create policy tenant_update on %s for update to tenant_user using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id())', target);
  execute format('create policy tenant_delete on %s for delete to tenant_user using (tenant_id = app.tenant_id())', target);
  execute format('comment on policy tenant_select on %s is %L', target, 'Only rows of the transaction''s tenant are seen.');
  execute format('comment on policy tenant_insert on %s is %L', target, 'Only rows of the transaction''s tenant are made.');
  execute format('comment on policy tenant_update on %s is %L', target, 'Only rows of the transaction''s tenant are changed, and they stay in it.');
  execute format('comment on policy tenant_delete on %s is %L', target, 'Only rows of the transaction''s tenant are deleted.');
end $$;
comment on function app.enable_tenant_rls(regclass) is
  'Keeps the tenants of a table with tenant_id apart: row-level security enabled and forced, one policy per command. '
  'For tables of other applications too.';

create function app.enable_account_rls(target regclass, account_condition text default 'account_id = any ((select app.account_ids())::uuid[])')
returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Restrictive, so it is ANDed with the tenant policy. The OR is harmless here: the index condition is the tenant's.
  execute format('create policy account_scope on %s as restrictive for all to tenant_user '
    'using ((select app.sees_all_accounts()) or %s) with check ((select app.sees_all_accounts()) or %s)',
    target, account_condition, account_condition);
  execute format('comment on policy account_scope on %s is %L', target,
    'An actor who is restricted to chosen accounts reaches only rows of those accounts.');
end $$;
comment on function app.enable_account_rls(regclass, text) is
  'Adds the restriction to chosen accounts to a tenant table; the condition names the account of a row.';

create function app.enable_definer_access(target regclass, privileges text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to bulkhead_definer', privileges, target);
  execute format('create policy definer_access on %s to bulkhead_definer using (true) with check (true)', target);
  execute format('comment on policy definer_access on %s is %L', target,
    'The SECURITY DEFINER functions reach these rows, and filter by tenant themselves.');
end $$;
comment on function app.enable_definer_access(regclass, text) is
  'Opens a table to the SECURITY DEFINER functions, with the privileges that they need.';

create function app.enable_platform_access(target regclass, privileges text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('grant %s on %s to platform_admin', privileges, target);
  execute format('create policy platform_access on %s to platform_admin '
    'using (app.platform_user_id() is not null) with check (app.platform_user_id() is not null)', target);
  execute format('comment on policy platform_access on %s is %L', target,
    'A platform admin whose session was checked in this transaction works across tenants.');
end $$;
comment on function app.enable_platform_access(regclass, text) is
  'Opens a table to checked platform admins, with the privileges that their section needs.';

revoke execute on all functions in schema app from public;
