-- Nobody grants what they do not hold, and no tenant loses its last owner: held by the database, so that neither a
-- command that forgot to ask nor SQL of somebody's own widens anybody's rights.
--
-- The guards watch what tenant_user itself writes. Functions of bulkhead_definer (accepting an invitation, making a tenant)
-- ask for themselves, and background work has no person who could hold too little.
--
-- Refusals name a constraint, which the commands turn into sentences:
--   rights_by_people     an access key changes nobody's rights
--   rights_permission    the permission for such a change is missing
--   rights_not_held      more is given than the giver holds
--   rights_above_own     the member or role to be changed holds more than whoever changes it
--   rights_beyond_reach  accounts beyond the giver's own
--   members_join         a member is made by an invitation
--   roles_built_in       built-in roles stay as they are
--   last_owner           a tenant keeps an owner

create function app.own_membership() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id from public.memberships m
  where m.tenant_id = app.tenant_id() and m.user_id = app.user_id() and m.status = 'active' and m.deleted_at is null
$$;
comment on function app.own_membership() is 'The acting person''s place in the transaction''s tenant; null for keys and background work.';

create function app.permissions_of(tenant uuid, membership uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case
    when exists (select 1 from public.membership_roles mr join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
                 where mr.tenant_id = tenant and mr.membership_id = membership and r.grants_all)
    then array(select p.name from public.permissions p)
    else array(select distinct rp.permission from public.membership_roles mr
               join public.role_permissions rp on rp.tenant_id = mr.tenant_id and rp.role_id = mr.role_id
               where mr.tenant_id = tenant and mr.membership_id = membership) end
$$;
comment on function app.permissions_of(uuid, uuid) is 'What a member''s roles come to.';

create function app.role_exceeds(tenant uuid, role uuid, holder uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_owner boolean;
  holds_all boolean;
  held text[];
begin
  select coalesce(bool_or(r.key = 'owner'), false), coalesce(bool_or(r.grants_all), false) into is_owner, holds_all
  from public.membership_roles mr join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
  where mr.tenant_id = tenant and mr.membership_id = holder;
  held := app.permissions_of(tenant, holder);
  return exists (select 1 from public.roles r where r.tenant_id = tenant and r.id = role and (
    (r.key = 'owner' and not is_owner) or (r.grants_all and not holds_all)
    or exists (select 1 from public.role_permissions rp
               where rp.tenant_id = tenant and rp.role_id = role and rp.permission <> all (held))));
end $$;
comment on function app.role_exceeds(uuid, uuid, uuid) is
  'True if a role holds more than a member does. The role of owners is above all others, and what may all above what may all today.';

create function app.member_exceeds(tenant uuid, target uuid, holder uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.membership_roles mr
    where mr.tenant_id = tenant and mr.membership_id = target and app.role_exceeds(tenant, mr.role_id, holder))
$$;
comment on function app.member_exceeds(uuid, uuid, uuid) is 'True if a member has a role that holds more than another member does.';

create function app.reach_exceeds(tenant uuid, target uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not app.sees_all_accounts() and exists (select 1 from public.memberships m
    where m.tenant_id = tenant and m.id = target
      and (not m.restricted_to_accounts or not app.member_scope(tenant, target) <@ app.account_ids()))
$$;
comment on function app.reach_exceeds(uuid, uuid) is 'True if a member reaches accounts that the acting person does not.';

create function app.acting_member(tenant uuid, needed text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  kind text := app.context() ->> 'kind';
  me uuid := app.own_membership();
begin
  if kind = 'system' then return null; end if;
  if kind is distinct from 'user' then
    raise exception 'rights are changed by people' using errcode = '23514', constraint = 'rights_by_people';
  end if;
  if me is null or needed <> all (app.permissions_of(tenant, me)) then
    raise exception 'this change of rights needs %', needed using errcode = '23514', constraint = 'rights_permission';
  end if;
  return me;
end $$;
comment on function app.acting_member(uuid, text) is
  'The member who changes rights, with the permission for it; null for background work; refuses everybody else.';

-- ── Taking turns ─────────────────────────────────────────────────────────────────────────────────────────────────
-- A statement trigger runs before any row is locked or looked at. So whoever changes rights judges by what the one before
-- has committed, and two who demote each other do it one after the other.

create function app.await_rights_turn() returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.context_is_sealed() then
    raise exception 'a write without a context made by app.enter()' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(7239016, app.rights_lock(app.tenant_id()));
end $$;
comment on function app.await_rights_turn() is 'Changes of rights in a tenant happen one transaction after the other: the lock of app.drop_passes(), taken first.';

create function app.take_rights_turn() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.await_rights_turn();
  return null;
end $$;
comment on function app.take_rights_turn() is 'Whoever changes rights without having waited for a turn waits now.';

-- ── Members ──────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.guard_members() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  this jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  tenant uuid := (this ->> 'tenant_id')::uuid;
  target uuid := (this ->> case tg_table_name when 'memberships' then 'id' else 'membership_id' end)::uuid;
  me uuid;
begin
  if tg_op = 'INSERT' then perform app.refuse_out_of_reach(tenant, (this ->> 'account_id')::uuid); end if;
  -- Giving up what one has oneself needs nobody's leave.
  if tg_op <> 'INSERT' and target = app.own_membership() then
    me := target;
  else
    me := app.acting_member(tenant, tg_argv[0]);
  end if;
  if me is not null then
    if tg_table_name = 'memberships' and tg_op = 'INSERT' then
      raise exception 'members come by invitation' using errcode = '23514', constraint = 'members_join';
    end if;
    if target <> me and app.member_exceeds(tenant, target, me) then
      raise exception 'the member holds more than whoever changes it' using errcode = '23514', constraint = 'rights_above_own';
    end if;
    if app.reach_exceeds(tenant, target)
       or (tg_table_name = 'memberships' and not app.sees_all_accounts() and not (this ->> 'restricted_to_accounts')::boolean) then
      raise exception 'accounts beyond the own reach' using errcode = '23514', constraint = 'rights_beyond_reach';
    end if;
    if tg_table_name = 'membership_roles' and tg_op = 'INSERT' and app.role_exceeds(tenant, (this ->> 'role_id')::uuid, me) then
      raise exception 'the role holds more than whoever gives it' using errcode = '23514', constraint = 'rights_not_held';
    end if;
    if tg_table_name <> 'memberships' and tg_op = 'INSERT' then new.assigned_by := app.user_id(); end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
comment on function app.guard_members() is
  'People change members who hold no more than they do, give roles and accounts that they have, and are named as the giver.';

create trigger guard_turn before insert or update or delete on memberships for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_turn before insert or update or delete on membership_roles for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_turn before insert or update or delete on membership_accounts for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_rights before insert or update on memberships for each row
  when (current_user = 'tenant_user') execute function app.guard_members('members:write');
create trigger guard_rights before insert or delete on membership_roles for each row
  when (current_user = 'tenant_user') execute function app.guard_members('roles:write');
create trigger guard_rights before insert or delete on membership_accounts for each row
  when (current_user = 'tenant_user') execute function app.guard_members('members:write');

-- Whose membership it is never changes.
revoke update on memberships from tenant_user;
grant update (status, restricted_to_accounts, deleted_at) on memberships to tenant_user;

-- ── Roles ────────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.guard_roles() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  this jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  tenant uuid := (this ->> 'tenant_id')::uuid;
  role uuid := (this ->> case tg_table_name when 'roles' then 'id' else 'role_id' end)::uuid;
  me uuid;
begin
  if tg_op = 'INSERT' then perform app.refuse_out_of_reach(tenant, null); end if;
  if this ->> 'key' is not null or coalesce((this ->> 'grants_all')::boolean, false)
     or exists (select 1 from public.roles r where r.tenant_id = tenant and r.id = role and r.key is not null) then
    raise exception 'built-in roles stay as they are' using errcode = '23514', constraint = 'roles_built_in';
  end if;
  me := app.acting_member(tenant, 'roles:write');
  if me is not null then
    if app.role_exceeds(tenant, role, me) then
      raise exception 'the role holds more than whoever changes it' using errcode = '23514', constraint = 'rights_above_own';
    end if;
    if tg_table_name = 'role_permissions' and this ->> 'permission' <> all (app.permissions_of(tenant, me)) then
      raise exception 'a permission beyond the own ones' using errcode = '23514', constraint = 'rights_not_held';
    end if;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
comment on function app.guard_roles() is 'People make and change roles of what they hold themselves; built-in roles stay as they are.';

create trigger guard_turn before insert or update or delete on roles for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_turn before insert or update or delete on role_permissions for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_rights before insert or update or delete on roles for each row
  when (current_user = 'tenant_user') execute function app.guard_roles();
create trigger guard_rights before insert or delete on role_permissions for each row
  when (current_user = 'tenant_user') execute function app.guard_roles();

-- What a role may do lies in role_permissions; a role never becomes a built-in one.
revoke update on roles from tenant_user;
grant update (name, description) on roles to tenant_user;
alter table roles add constraint roles_description check (length(description) <= 500);

-- ── Access keys ──────────────────────────────────────────────────────────────────────────────────────────────────

create function app.guard_api_keys() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me uuid;
begin
  perform app.refuse_out_of_reach(new.tenant_id, null);
  if not app.sees_all_accounts() and not new.restricted_to_accounts then
    raise exception 'a row outside the reach of this transaction' using errcode = '42501';
  end if;
  me := app.acting_member(new.tenant_id, 'api_keys:write');
  if me is not null then
    if not new.permissions <@ app.permissions_of(new.tenant_id, me) then
      raise exception 'a permission beyond the own ones' using errcode = '23514', constraint = 'rights_not_held';
    end if;
    new.created_by := app.user_id();
  end if;
  return new;
end $$;
comment on function app.guard_api_keys() is 'People make keys of what they hold themselves, and are named as the maker.';
create trigger guard_rights before insert on tenant_api_keys for each row
  when (current_user = 'tenant_user') execute function app.guard_api_keys();

-- ── The last owner ───────────────────────────────────────────────────────────────────────────────────────────────

create function app.keep_an_owner() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  membership uuid := (to_jsonb(old) ->> case tg_table_name when 'memberships' then 'id' else 'membership_id' end)::uuid;
begin
  -- An operator at the database itself may have to.
  if session_user not in ('tenant_user', 'platform_admin') then return null; end if;
  -- An owner who was not at work before is no loss. Of a member's row the old values count, of a role's the member's present ones.
  if tg_table_name = 'memberships' then
    if not exists (select 1 from public.membership_roles mr join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
        where mr.tenant_id = old.tenant_id and mr.membership_id = membership and r.key = 'owner') then
      return null;
    end if;
  elsif not exists (select 1 from public.roles r where r.tenant_id = old.tenant_id and r.id = old.role_id and r.key = 'owner')
     or not exists (select 1 from public.memberships m where m.tenant_id = old.tenant_id and m.id = membership
        and m.status = 'active' and m.deleted_at is null and not m.restricted_to_accounts) then
    return null;
  end if;
  perform pg_advisory_xact_lock(7239016, app.rights_lock(old.tenant_id));
  if not exists (select 1 from public.memberships m
      join public.users u on u.id = m.user_id and u.disabled_at is null
      join public.membership_roles mr on mr.tenant_id = m.tenant_id and mr.membership_id = m.id
      join public.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id and r.key = 'owner'
      where m.tenant_id = old.tenant_id and m.status = 'active' and m.deleted_at is null and not m.restricted_to_accounts) then
    raise exception 'a tenant keeps an owner' using errcode = '23514', constraint = 'last_owner';
  end if;
  return null;
end $$;
comment on function app.keep_an_owner() is
  'The last owner who is at work and not restricted can be neither removed nor demoted, deactivated or restricted.';
create trigger keep_an_owner after update on memberships for each row
  when (old.status = 'active' and old.deleted_at is null and not old.restricted_to_accounts
    and (new.status <> 'active' or new.deleted_at is not null or new.restricted_to_accounts))
  execute function app.keep_an_owner();
create trigger keep_an_owner after delete on membership_roles for each row execute function app.keep_an_owner();

-- ── What forms ask ───────────────────────────────────────────────────────────────────────────────────────────────

create function app.may_give_role(role uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(app.own_membership() is not null and not app.role_exceeds(app.tenant_id(), role, app.own_membership()), false)
$$;
comment on function app.may_give_role(uuid) is 'True if the acting person holds all that a role does, and so could give it.';

create function app.may_change_member(membership uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(app.own_membership() = membership
    or (not app.member_exceeds(app.tenant_id(), membership, app.own_membership())
        and not app.reach_exceeds(app.tenant_id(), membership)), false)
    and app.own_membership() is not null
$$;
comment on function app.may_change_member(uuid) is 'True if a member holds and reaches no more than the acting person does.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.own_membership()', 'app.permissions_of(uuid, uuid)', 'app.role_exceeds(uuid, uuid, uuid)',
    'app.member_exceeds(uuid, uuid, uuid)', 'app.reach_exceeds(uuid, uuid)', 'app.acting_member(uuid, text)',
    'app.await_rights_turn()', 'app.take_rights_turn()', 'app.guard_members()', 'app.guard_roles()', 'app.guard_api_keys()', 'app.keep_an_owner()',
    'app.may_give_role(uuid)', 'app.may_change_member(uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.may_give_role(uuid), app.may_change_member(uuid), app.await_rights_turn() to tenant_user;
