-- A restriction names accounts, each with everything below it or by itself. Until now all were branches, and stay so.
--
-- Reach is settled as before when a context is opened: a list of accounts. Two questions remain for those who reach an
-- account without what is below it: may they make accounts there (no), and what belongs to a whole branch, such as a
-- webhook endpoint or a key, is it theirs (only if the whole branch is).

alter table membership_accounts add column includes_below boolean not null default true;
comment on column membership_accounts.includes_below is 'True: with everything below the account, what is yet to come included. False: the account by itself.';
comment on table membership_accounts is 'The accounts that a restricted member may reach, by themselves or with everything below them.';
grant insert (includes_below) on membership_accounts to tenant_user;

alter table tenant_api_key_accounts add column includes_below boolean not null default true;
comment on column tenant_api_key_accounts.includes_below is 'True: with everything below the account, what is yet to come included. False: the account by itself.';
comment on table tenant_api_key_accounts is 'The accounts that a restricted key may reach, by themselves or with everything below them.';
grant insert (includes_below) on tenant_api_key_accounts to tenant_user;
comment on column memberships.restricted_to_accounts is 'True: only the accounts and branches in membership_accounts.';

-- The upper end is the account's own path where nothing below it counts: one index range either way.
create or replace function app.member_scope(tenant uuid, membership uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.id), '{}') from public.membership_accounts ma
  join public.accounts r on r.tenant_id = ma.tenant_id and r.id = ma.account_id
  join public.accounts a on a.tenant_id = r.tenant_id and a.path >= r.path
    and a.path <= case when ma.includes_below then r.path || '~' else r.path end
  where ma.tenant_id = tenant and ma.membership_id = membership
$$;

create or replace function app.api_key_scope(tenant uuid, api_key uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.id), '{}') from public.tenant_api_key_accounts ka
  join public.accounts r on r.tenant_id = ka.tenant_id and r.id = ka.account_id
  join public.accounts a on a.tenant_id = r.tenant_id and a.path >= r.path
    and a.path <= case when ka.includes_below then r.path || '~' else r.path end
  where ka.tenant_id = tenant and ka.api_key_id = api_key
$$;

create function app.may_open_below(tenant uuid, account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tenant is distinct from app.tenant_id() then return false; end if;
  if app.sees_all_accounts() then return true; end if;
  if account is null or account <> all (app.account_ids()) then return false; end if;
  return exists (
    select 1 from public.accounts a
    join public.accounts r on r.tenant_id = a.tenant_id
      and r.id = any (string_to_array(rtrim(a.path, '/'), '/')::uuid[])
    where a.tenant_id = tenant and a.id = account and (
      exists (select 1 from public.memberships m
        join public.membership_accounts ma on ma.tenant_id = m.tenant_id and ma.membership_id = m.id
        where m.tenant_id = tenant and m.user_id = app.user_id() and m.deleted_at is null
          and ma.account_id = r.id and ma.includes_below)
      or exists (select 1 from public.tenant_api_key_accounts ka
        where ka.tenant_id = tenant and ka.api_key_id = (app.context() ->> 'api_key_id')::uuid
          and ka.account_id = r.id and ka.includes_below)));
end $$;
comment on function app.may_open_below(uuid, uuid) is
  'True if the actor reaches what is yet to come below an account: all accounts, or a chosen branch that holds it. For a '
  'key while it writes only: reading opens no accounts.';

create function app.whole_branch_ids() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids uuid[] := app.account_ids();
begin
  return (
    with cut as (
      select distinct unnest(string_to_array(rtrim(c.path, '/'), '/')::uuid[]) as id from public.accounts c
      where c.tenant_id = app.tenant_id() and c.parent_id = any (ids) and c.id <> all (ids))
    select coalesce(array_agg(i.id), '{}') from unnest(ids) i (id) where not exists (select 1 from cut where cut.id = i.id));
end $$;
comment on function app.whole_branch_ids() is
  'Of the accounts that a restricted actor may reach, those with nothing below them out of reach.';

alter function app.may_open_below(uuid, uuid) owner to bulkhead_definer;
alter function app.whole_branch_ids() owner to bulkhead_definer;
revoke execute on function app.may_open_below(uuid, uuid), app.whole_branch_ids() from public;
grant execute on function app.may_open_below(uuid, uuid), app.whole_branch_ids() to tenant_user;

-- ── New accounts ─────────────────────────────────────────────────────────────────────────────────────────────────

-- A new account is not in the actor's list yet, but the branch that it is in may be.
alter policy account_scope on accounts
  using ((select app.sees_all_accounts()) or (id = any ((select app.account_ids())::uuid[])
    or (parent_id = any ((select app.account_ids())::uuid[]) and app.may_open_below(tenant_id, parent_id))))
  with check ((select app.sees_all_accounts()) or (id = any ((select app.account_ids())::uuid[])
    or (parent_id = any ((select app.account_ids())::uuid[]) and app.may_open_below(tenant_id, parent_id))));

create or replace function app.account_path() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  parent public.accounts;
begin
  perform app.refuse_out_of_reach(new.tenant_id, null);
  if tg_op = 'UPDATE' and (new.tenant_id, new.id) is distinct from (old.tenant_id, old.id) then
    raise exception 'an account keeps its id' using errcode = '23514', constraint = 'accounts_id_fixed';
  end if;
  if tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id then
    -- The path of a row that stays changes only with a branch above it: app.account_move_branch(), one level deeper.
    if pg_trigger_depth() = 1 then new.path := old.path; end if;
    return new;
  end if;
  -- A restricted actor moves accounts within its branches only; a parent outside them is as if it did not exist.
  if session_user = 'tenant_user' and not app.sees_all_accounts()
     and coalesce(new.parent_id <> all (app.account_ids()), tg_op = 'UPDATE') then
    raise exception 'the parent account does not exist' using errcode = '23503', constraint = 'accounts_parent';
  end if;
  if session_user = 'tenant_user' and new.parent_id is not null and not app.may_open_below(new.tenant_id, new.parent_id) then
    raise exception 'the parent account is in reach by itself only' using errcode = '23514', constraint = 'branch_beyond_reach';
  end if;
  -- Moves within one tenant happen one after the other: two at once could close a circle.
  perform pg_advisory_xact_lock(hashtextextended('accounts tree ' || new.tenant_id, 0));
  if new.parent_id is null then
    new.path := new.id || '/';
    return new;
  end if;
  select * into parent from public.accounts a where a.tenant_id = new.tenant_id and a.id = new.parent_id;
  if not found then
    raise exception 'the parent account does not exist' using errcode = '23503', constraint = 'accounts_parent';
  end if;
  if position(new.id || '/' in parent.path) > 0 then
    raise exception 'an account cannot be moved below itself' using errcode = '23514', constraint = 'accounts_no_circle';
  end if;
  new.path := parent.path || new.id || '/';
  if length(new.path) > 37 * 12 then
    raise exception 'the account tree is at most 12 levels deep' using errcode = '23514', constraint = 'accounts_depth';
  end if;
  return new;
end $$;

-- ── What belongs to a whole branch ───────────────────────────────────────────────────────────────────────────────

create function app.guard_branch() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  this jsonb := to_jsonb(new);
begin
  perform app.refuse_out_of_reach(new.tenant_id, (this ->> 'account_id')::uuid);
  if this ->> 'account_id' is not null and coalesce((this ->> 'includes_below')::boolean, true)
     and not app.may_open_below(new.tenant_id, (this ->> 'account_id')::uuid) then
    raise exception 'a branch beyond the own reach' using errcode = '23514', constraint = 'branch_beyond_reach';
  end if;
  return new;
end $$;
comment on function app.guard_branch() is 'Who reaches an account by itself gives nobody what is below it, now or later.';
alter function app.guard_branch() owner to bulkhead_definer;
revoke execute on function app.guard_branch() from public;
create trigger guard_branch before insert on membership_accounts for each row
  when (current_user = 'tenant_user') execute function app.guard_branch();
create trigger guard_branch before insert on tenant_api_key_accounts for each row
  when (current_user = 'tenant_user') execute function app.guard_branch();
create trigger guard_branch before insert on webhook_endpoints for each row
  when (current_user = 'tenant_user') execute function app.guard_branch();

create or replace function app.api_key_in_scope(tenant uuid, api_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  whole uuid[] := app.whole_branch_ids();
begin
  return not exists (select 1 from public.tenant_api_key_accounts a
    where a.tenant_id = tenant and a.tenant_id = app.tenant_id() and a.api_key_id = api_key
      and (a.account_id <> all (app.account_ids()) or (a.includes_below and a.account_id <> all (whole))));
end $$;
comment on function app.api_key_in_scope(uuid, uuid) is 'True if nothing that the key reaches lies outside the actor''s own restriction.';

alter policy account_scope on membership_accounts
  using ((select app.sees_all_accounts()) or (account_id = any ((select app.account_ids())::uuid[])
    and (not includes_below or account_id = any ((select app.whole_branch_ids())::uuid[]))))
  with check ((select app.sees_all_accounts()) or (account_id = any ((select app.account_ids())::uuid[])
    and (not includes_below or account_id = any ((select app.whole_branch_ids())::uuid[]))));
alter policy account_scope on tenant_api_key_accounts
  using ((select app.sees_all_accounts()) or (account_id = any ((select app.account_ids())::uuid[])
    and (not includes_below or account_id = any ((select app.whole_branch_ids())::uuid[]))))
  with check ((select app.sees_all_accounts()) or (account_id = any ((select app.account_ids())::uuid[])
    and (not includes_below or account_id = any ((select app.whole_branch_ids())::uuid[]))));

-- An endpoint is told of everything below its account, and so are its deliveries.
alter policy account_scope on webhook_endpoints
  using ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]));
alter policy account_scope on webhook_secrets
  using ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]));
alter policy account_scope on webhook_deliveries
  using ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]));
alter policy account_scope on webhook_attempts
  using ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.whole_branch_ids())::uuid[]));
