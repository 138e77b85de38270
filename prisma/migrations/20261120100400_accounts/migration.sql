-- Accounts form a tree: region → brand → hotel. `path` holds the ids from the root down, so that a subtree is one
-- index range (text comparison is leakproof in the C collation, array and ltree operators are not).

create table accounts (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  parent_id uuid,
  path text collate "C" not null default '',
  name text not null check (length(btrim(name)) between 1 and 200 and name = btrim(name)),
  display_name text check (length(display_name) <= 200),
  currency text not null references currencies (code),
  payout_currency text references currencies (code),
  country text references countries (code),
  terms_and_conditions_url text check (terms_and_conditions_url ~ '^https?://' and length(terms_and_conditions_url) <= 2048),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (tenant_id, id),
  constraint accounts_parent foreign key (tenant_id, parent_id) references accounts (tenant_id, id),
  constraint accounts_not_own_parent check (parent_id <> id)
);
comment on table accounts is 'Places that take payments, and the branches above them.';
comment on column accounts.path is 'Ids from the root to the row itself, each followed by a slash. Kept by trigger.';
comment on column accounts.deleted_at is 'Soft delete: the row can be restored, and its name is free for another account.';
create unique index accounts_name on accounts (tenant_id, lower(name)) where deleted_at is null;
create index accounts_path on accounts (tenant_id, path);
create index accounts_children on accounts (tenant_id, parent_id);
create index accounts_created on accounts (tenant_id, created_at);
select app.enable_stamps('accounts');
select app.enable_audit('accounts', account_column => 'id');
select app.enable_tenant_rls('accounts');
-- A new account is not in the actor's list yet, but its parent is.
select app.enable_account_rls('accounts',
  '(id = any ((select app.account_ids())::uuid[]) or parent_id = any ((select app.account_ids())::uuid[]))');
grant select, insert, update on accounts to tenant_user;
select app.enable_definer_access('accounts', 'select, update');
select app.enable_platform_access('accounts', 'select, insert');

create function app.account_path() returns trigger
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
comment on function app.account_path() is 'Keeps the path, refuses circles, unknown parents and trees deeper than 12 levels.';
create trigger account_path before insert or update on accounts for each row execute function app.account_path();

create function app.account_move_branch() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.accounts a where a.tenant_id = new.tenant_id and a.path > old.path
             and a.path < old.path || '~' and length(new.path) + length(a.path) - length(old.path) > 37 * 12) then
    raise exception 'the account tree is at most 12 levels deep' using errcode = '23514', constraint = 'accounts_depth';
  end if;
  update public.accounts a set path = new.path || substr(a.path, length(old.path) + 1)
  where a.tenant_id = new.tenant_id and a.path > old.path and a.path < old.path || '~';
  return null;
end $$;
comment on function app.account_move_branch() is 'Takes everything below a moved account along.';
create trigger account_move_branch after update on accounts for each row
  when (old.parent_id is distinct from new.parent_id) execute function app.account_move_branch();
alter function app.account_path() owner to bulkhead_definer;
alter function app.account_move_branch() owner to bulkhead_definer;

create table membership_accounts (
  tenant_id uuid not null,
  membership_id uuid not null,
  account_id uuid not null,
  assigned_by uuid references users (id),
  created_at timestamptz not null default now(),
  primary key (tenant_id, membership_id, account_id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
comment on table membership_accounts is 'The accounts that a restricted member may reach, each with everything below it.';
create index membership_accounts_account on membership_accounts (tenant_id, account_id);
select app.enable_audit('membership_accounts', 'membership_id,account_id', 'account_id');
select app.enable_tenant_rls('membership_accounts');
select app.enable_account_rls('membership_accounts');
grant select, insert (tenant_id, membership_id, account_id, assigned_by), delete on membership_accounts to tenant_user;
select app.enable_definer_access('membership_accounts', 'select');

revoke execute on all functions in schema app from public;
