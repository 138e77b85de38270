-- Invitations: how people come into a tenant. Whoever invites gives roles and accounts, so the same rules hold as for
-- giving them to a member, when inviting and once more when the invitation is accepted.

create table invitations (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  email text not null check (email = btrim(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  token_hash bytea not null check (length(token_hash) = 32),
  restricted_to_accounts boolean not null default false,
  invited_by uuid,
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  accepted_at timestamptz,
  membership_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  constraint invitations_one_end check (revoked_at is null or accepted_at is null)
);
comment on table invitations is 'People who were asked to join a tenant, with the roles and accounts that they get.';
comment on column invitations.token_hash is 'SHA-256 of the secret in the link: 256 random bits. A new link takes the old one''s place.';
comment on column invitations.restricted_to_accounts is 'True: only the accounts in invitation_accounts.';
comment on column invitations.invited_by is 'Who answers for it: who invited, or sent the link anew. What that person cannot give any more, nobody gets.';
comment on column invitations.membership_id is 'The membership that came of it.';
create unique index invitations_open on invitations (tenant_id, lower(email)) where revoked_at is null and accepted_at is null;
create index invitations_token on invitations (token_hash);
create index invitations_created on invitations (tenant_id, created_at);
create index invitations_membership on invitations (tenant_id, membership_id);
select app.enable_stamps('invitations');
select app.enable_audit('invitations', hidden => 'token_hash');
select app.enable_tenant_rls('invitations');
grant select (tenant_id, id, email, restricted_to_accounts, invited_by, sent_at, expires_at, revoked_at, revoked_by, accepted_at,
  membership_id, created_at, updated_at), insert (tenant_id, id, email, token_hash, restricted_to_accounts, expires_at),
  update (token_hash, sent_at, expires_at, revoked_at, revoked_by) on invitations to tenant_user;
select app.enable_definer_access('invitations', 'select, update');

create table invitation_roles (
  tenant_id uuid not null,
  invitation_id uuid not null,
  role_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, invitation_id, role_id),
  foreign key (tenant_id, invitation_id) references invitations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete cascade
);
comment on table invitation_roles is 'The roles that an invited person gets.';
create index invitation_roles_role on invitation_roles (tenant_id, role_id);
select app.enable_audit('invitation_roles', 'invitation_id,role_id');
select app.enable_tenant_rls('invitation_roles');
grant select, insert (tenant_id, invitation_id, role_id) on invitation_roles to tenant_user;
select app.enable_definer_access('invitation_roles', 'select');

create table invitation_accounts (
  tenant_id uuid not null,
  invitation_id uuid not null,
  account_id uuid not null,
  includes_below boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (tenant_id, invitation_id, account_id),
  foreign key (tenant_id, invitation_id) references invitations (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table invitation_accounts is 'The accounts that an invited person is restricted to.';
comment on column invitation_accounts.includes_below is 'True: everything below the account belongs to it, now and later.';
create index invitation_accounts_account on invitation_accounts (tenant_id, account_id);
select app.enable_audit('invitation_accounts', 'invitation_id,account_id', 'account_id');
select app.enable_tenant_rls('invitation_accounts');
select app.enable_account_rls('invitation_accounts');
grant select, insert (tenant_id, invitation_id, account_id, includes_below) on invitation_accounts to tenant_user;
select app.enable_definer_access('invitation_accounts', 'select');

create function app.invitation_in_scope(tenant uuid, invitation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from public.invitation_accounts a
    where a.tenant_id = tenant and a.tenant_id = app.tenant_id() and a.invitation_id = invitation
      and a.account_id <> all (app.account_ids()))
$$;
comment on function app.invitation_in_scope(uuid, uuid) is 'True if no account of the invitation lies outside the actor''s own restriction.';
-- A restricted member deals only with invitations that reach no further than the member does.
select app.enable_account_rls('invitations', '(restricted_to_accounts and app.invitation_in_scope(tenant_id, id))');

-- ── Giving ───────────────────────────────────────────────────────────────────────────────────────────────────────

create function app.invitation_exceeds(tenant uuid, invitation uuid, holder uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.invitation_roles ir
    where ir.tenant_id = tenant and ir.invitation_id = invitation and app.role_exceeds(tenant, ir.role_id, holder))
$$;
comment on function app.invitation_exceeds(uuid, uuid, uuid) is 'True if an invitation gives a role that holds more than a member does.';

create function app.guard_invitations() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  this jsonb := to_jsonb(new);
  tenant uuid := (this ->> 'tenant_id')::uuid;
  me uuid;
begin
  if tg_op = 'INSERT' then
    perform app.refuse_out_of_reach(tenant, (this ->> 'account_id')::uuid);
    if tg_table_name = 'invitations' and not app.sees_all_accounts() and not (this ->> 'restricted_to_accounts')::boolean then
      raise exception 'a row outside the reach of this transaction' using errcode = '42501';
    end if;
  end if;
  me := app.acting_member(tenant, 'members:write');
  if me is null then return new; end if;
  if tg_table_name = 'invitation_roles' and app.role_exceeds(tenant, (this ->> 'role_id')::uuid, me) then
    raise exception 'the role holds more than whoever gives it' using errcode = '23514', constraint = 'rights_not_held';
  end if;
  if tg_table_name = 'invitations' then
    if tg_op = 'UPDATE' then
      if new.revoked_at is not null then
        new.revoked_by := app.user_id();
        return new;
      end if;
      -- Whoever gets a new link could accept in another's name: so it is as if that person invited.
      if app.invitation_exceeds(tenant, new.id, me) then
        raise exception 'the invitation gives more than whoever sends it holds' using errcode = '23514', constraint = 'rights_not_held';
      end if;
    end if;
    new.invited_by := app.user_id();
  end if;
  return new;
end $$;
comment on function app.guard_invitations() is 'People invite to what they hold themselves, and are named as the one who invited.';

create trigger guard_turn before insert or update or delete on invitations for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_turn before insert or update or delete on invitation_roles for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_turn before insert or update or delete on invitation_accounts for each statement
  when (current_user = 'tenant_user') execute function app.take_rights_turn();
create trigger guard_rights before insert or update on invitations for each row
  when (current_user = 'tenant_user') execute function app.guard_invitations();
create trigger guard_rights before insert on invitation_roles for each row
  when (current_user = 'tenant_user') execute function app.guard_invitations();
create trigger guard_rights before insert on invitation_accounts for each row
  when (current_user = 'tenant_user') execute function app.guard_invitations();

-- ── Accepting ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Before the tenant is known: whoever has the secret of the link.

create function app.invitation_scope(tenant uuid, invitation uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.id), '{}') from public.invitation_accounts ia
  join public.accounts r on r.tenant_id = ia.tenant_id and r.id = ia.account_id
  join public.accounts a on a.tenant_id = r.tenant_id and a.path >= r.path
    and a.path <= case when ia.includes_below then r.path || '~' else r.path end
  where ia.tenant_id = tenant and ia.invitation_id = invitation
$$;
comment on function app.invitation_scope(uuid, uuid) is 'Accounts that an invited person would reach.';

create function app.invitation_state(i public.invitations) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  inviter public.memberships;
begin
  if i.accepted_at is not null then return 'accepted'; end if;
  if i.revoked_at is not null then return 'revoked'; end if;
  if i.expires_at <= now() then return 'expired'; end if;
  if (select t.status from public.tenants t where t.id = i.tenant_id) <> 'active' then return 'suspended'; end if;
  if i.invited_by is null then return 'open'; end if;
  -- What whoever invited could not give now, nobody gets.
  select m.* into inviter from public.memberships m join public.users u on u.id = m.user_id and u.disabled_at is null
  where m.tenant_id = i.tenant_id and m.user_id = i.invited_by and m.status = 'active' and m.deleted_at is null;
  if not found or 'members:write' <> all (app.permissions_of(i.tenant_id, inviter.id))
     or app.invitation_exceeds(i.tenant_id, i.id, inviter.id)
     or (inviter.restricted_to_accounts and (not i.restricted_to_accounts
       or not app.invitation_scope(i.tenant_id, i.id) <@ app.member_scope(i.tenant_id, inviter.id))) then
    return 'void';
  end if;
  return 'open';
end $$;
comment on function app.invitation_state(public.invitations) is
  'open, or why it cannot be accepted: accepted, revoked, expired, suspended (the tenant), void (whoever invited could not give this any more).';

create function app.find_invitation(hash bytea)
returns table (tenant_slug text, tenant_name text, email text, inviter_name text, role_names text[], is_restricted boolean,
  expires_at timestamptz, state text, has_person boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.slug, t.name, i.email, coalesce(nullif(u.full_name, ''), u.email),
    array(select r.name from public.invitation_roles ir join public.roles r on r.tenant_id = ir.tenant_id and r.id = ir.role_id
      where ir.tenant_id = i.tenant_id and ir.invitation_id = i.id order by r.name),
    i.restricted_to_accounts, i.expires_at, app.invitation_state(i),
    exists (select 1 from public.users p where lower(p.email) = lower(i.email))
  from public.invitations i join public.tenants t on t.id = i.tenant_id left join public.users u on u.id = i.invited_by
  where i.token_hash = hash
$$;
comment on function app.find_invitation(bytea) is 'What an invited person is shown before accepting; no row for an unknown secret.';

create function app.lock_invitation(hash bytea) returns public.invitations
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  i public.invitations;
begin
  select * into i from public.invitations o where o.token_hash = hash;
  if not found then return null; end if;
  -- First the turn, then the row: the same order as everybody else who changes rights.
  perform pg_advisory_xact_lock(7239016, app.rights_lock(i.tenant_id));
  select * into i from public.invitations o where o.tenant_id = i.tenant_id and o.id = i.id and o.token_hash = hash for update;
  return i;
end $$;
comment on function app.lock_invitation(bytea) is 'The invitation of a secret, locked, so that of two who accept at once the second sees the first.';

create function app.join_tenant(i public.invitations, person uuid, details jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  membership uuid;
  is_living boolean;
begin
  select m.id, m.status = 'active' and m.deleted_at is null into membership, is_living from public.memberships m
  where m.tenant_id = i.tenant_id and m.user_id = person order by m.deleted_at is null desc, m.id desc limit 1;
  if is_living then return 'already_member'; end if;
  perform app.set_context(i.tenant_id, person, null, '*', details || jsonb_build_object('kind', 'user', 'label',
    (select coalesce(nullif(u.full_name, ''), u.email) from public.users u where u.id = person)));
  if membership is null then
    insert into public.memberships (tenant_id, user_id, restricted_to_accounts)
    values (i.tenant_id, person, i.restricted_to_accounts) returning id into membership;
  else
    -- Who was here before comes back to the same place, with what the invitation gives instead of what was.
    update public.memberships m set status = 'active', deleted_at = null, restricted_to_accounts = i.restricted_to_accounts
    where m.tenant_id = i.tenant_id and m.id = membership;
    delete from public.membership_roles mr where mr.tenant_id = i.tenant_id and mr.membership_id = membership;
    delete from public.membership_accounts ma where ma.tenant_id = i.tenant_id and ma.membership_id = membership;
  end if;
  insert into public.membership_roles (tenant_id, membership_id, role_id, assigned_by)
  select ir.tenant_id, membership, ir.role_id, i.invited_by from public.invitation_roles ir
  where ir.tenant_id = i.tenant_id and ir.invitation_id = i.id;
  insert into public.membership_accounts (tenant_id, membership_id, account_id, includes_below, assigned_by)
  select a.tenant_id, membership, a.account_id, a.includes_below, i.invited_by from public.invitation_accounts a
  where a.tenant_id = i.tenant_id and a.invitation_id = i.id;
  update public.invitations o set accepted_at = now(), membership_id = membership where o.tenant_id = i.tenant_id and o.id = i.id;
  return 'joined';
end $$;
comment on function app.join_tenant(public.invitations, uuid, jsonb) is 'Makes the person of a checked and locked invitation a member.';

create function app.accept_invitation(hash bytea, session uuid, details jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  i public.invitations := app.lock_invitation(hash);
  person public.users;
  state text;
begin
  if i.id is null then return 'unknown'; end if;
  select u.* into person from public.sessions s join public.users u on u.id = s.user_id and u.disabled_at is null
  where s.id = session and s.revoked_at is null and s.expires_at > now();
  if not found then raise exception 'the session has ended' using errcode = 'BH001'; end if;
  if lower(person.email) <> lower(i.email) then return 'other_person'; end if;
  state := app.invitation_state(i);
  if state <> 'open' then return state; end if;
  return app.join_tenant(i, person.id, details);
end $$;
comment on function app.accept_invitation(bytea, uuid, jsonb) is
  'Accepts for whoever is signed in with the invited address. Answers joined, or why not: unknown, other_person, already_member, or the state.';

create function app.accept_invitation_as_new(hash bytea, person_name text, password_hash text, details jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  i public.invitations := app.lock_invitation(hash);
  person uuid;
  state text;
begin
  if i.id is null then return 'unknown'; end if;
  state := app.invitation_state(i);
  if state <> 'open' then return state; end if;
  perform app.set_context(null, null, null, '', details || jsonb_build_object('kind', 'system', 'label', 'Invitation'));
  insert into public.users (email, full_name) values (i.email, person_name) on conflict (lower(email)) do nothing returning id into person;
  if person is null then return 'has_person'; end if;
  insert into public.user_credentials (user_id, password_hash) values (person, accept_invitation_as_new.password_hash);
  return app.join_tenant(i, person, details);
end $$;
comment on function app.accept_invitation_as_new(bytea, text, text, jsonb) is
  'Makes the invited person and accepts; the hash is argon2id. Answers as app.accept_invitation(), and has_person for an address that is known.';

create function app.member_exists(address text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.memberships m join public.users u on u.id = m.user_id
    where m.tenant_id = app.tenant_id() and m.status = 'active' and m.deleted_at is null and lower(u.email) = lower(btrim(address)))
$$;
comment on function app.member_exists(text) is 'True if somebody with this address is a member of the transaction''s tenant: there is nobody to invite.';

grant insert, update on memberships to bulkhead_definer;
grant insert, delete on membership_roles, membership_accounts to bulkhead_definer;

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.invitation_in_scope(uuid, uuid)', 'app.invitation_exceeds(uuid, uuid, uuid)', 'app.guard_invitations()',
    'app.invitation_scope(uuid, uuid)', 'app.invitation_state(public.invitations)', 'app.find_invitation(bytea)', 'app.lock_invitation(bytea)',
    'app.join_tenant(public.invitations, uuid, jsonb)', 'app.accept_invitation(bytea, uuid, jsonb)',
    'app.accept_invitation_as_new(bytea, text, text, jsonb)', 'app.member_exists(text)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.invitation_in_scope(uuid, uuid), app.find_invitation(bytea), app.accept_invitation(bytea, uuid, jsonb),
  app.accept_invitation_as_new(bytea, text, text, jsonb), app.member_exists(text) to tenant_user;
