-- Before, all that is known is branches: what was given by itself is taken away, rather than made more.
alter table membership_accounts no force row level security;
delete from membership_accounts where not includes_below;
alter table membership_accounts force row level security;
alter table tenant_api_key_accounts no force row level security;
delete from tenant_api_key_accounts where not includes_below;
alter table tenant_api_key_accounts force row level security;

alter policy account_scope on webhook_endpoints
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
alter policy account_scope on webhook_secrets
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
alter policy account_scope on webhook_deliveries
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
alter policy account_scope on webhook_attempts
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
alter policy account_scope on membership_accounts
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
alter policy account_scope on tenant_api_key_accounts
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
drop trigger guard_branch on webhook_endpoints;
drop trigger guard_branch on membership_accounts;
drop trigger guard_branch on tenant_api_key_accounts;
drop function app.guard_branch();
alter policy account_scope on accounts
  using ((select app.sees_all_accounts()) or (id = any ((select app.account_ids())::uuid[]) or parent_id = any ((select app.account_ids())::uuid[])))
  with check ((select app.sees_all_accounts()) or (id = any ((select app.account_ids())::uuid[]) or parent_id = any ((select app.account_ids())::uuid[])));

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

create or replace function app.api_key_in_scope(tenant uuid, api_key uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from public.tenant_api_key_accounts a
    where a.tenant_id = tenant and a.tenant_id = app.tenant_id() and a.api_key_id = api_key
      and a.account_id <> all (app.account_ids()))
$$;
comment on function app.api_key_in_scope(uuid, uuid) is 'True if no account of the key lies outside the actor''s own restriction.';

create or replace function app.member_scope(tenant uuid, membership uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.branch_ids(tenant, array(select ma.account_id from public.membership_accounts ma
    where ma.tenant_id = tenant and ma.membership_id = membership))
$$;

create or replace function app.api_key_scope(tenant uuid, api_key uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select app.branch_ids(tenant, array(select ka.account_id from public.tenant_api_key_accounts ka
    where ka.tenant_id = tenant and ka.api_key_id = api_key))
$$;

drop function app.may_open_below(uuid, uuid);
drop function app.whole_branch_ids();
alter table membership_accounts drop column includes_below;
alter table tenant_api_key_accounts drop column includes_below;
comment on table membership_accounts is 'The accounts that a restricted member may reach, each with everything below it.';
comment on table tenant_api_key_accounts is 'The accounts that a restricted key may reach, each with everything below it.';
comment on column memberships.restricted_to_accounts is 'True: only the accounts in membership_accounts, and everything below them.';
