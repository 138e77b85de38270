-- Tenants, people, and who may do what. A person is one `users` row with one membership in each tenant.

create table tenants (
  id uuid primary key default app.uuid_v7(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
  name text not null check (length(btrim(name)) between 1 and 200),
  domain text,
  subscription_tier text not null default 'standard' check (subscription_tier in ('free', 'standard', 'premium', 'enterprise')),
  status text not null default 'active' check (status in ('active', 'suspended', 'closed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table tenants is 'A customer of the platform, such as a hotel group. Its id is the wall between tenants.';
comment on column tenants.slug is 'Name in addresses, such as /aurora/accounts.';
select app.enable_stamps('tenants');
select app.enable_audit('tenants');
alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_tenant on tenants for select to tenant_user using (id = app.tenant_id());
comment on policy own_tenant on tenants is 'A tenant sees its own row only.';
grant select on tenants to tenant_user;
select app.enable_definer_access('tenants', 'select');
select app.enable_platform_access('tenants', 'select, insert, update');

create table users (
  id uuid primary key default app.uuid_v7(),
  email text not null check (email = btrim(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  google_id text unique,
  full_name text not null default '' check (length(full_name) <= 200),
  avatar_url text check (avatar_url ~ '^https?://' and length(avatar_url) <= 2048),
  time_zone text not null default 'UTC',
  last_login timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table users is 'People. Each sees and changes only the own row; names of fellow members come from app.member_names().';
create unique index users_email on users (lower(email));
select app.enable_stamps('users');
select app.enable_audit('users', quiet => 'last_login');
alter table users enable row level security;
alter table users force row level security;
create policy own_profile_read on users for select to tenant_user using (id = app.user_id());
comment on policy own_profile_read on users is 'A person sees the own profile row.';
create policy own_profile_change on users for update to tenant_user using (id = app.user_id()) with check (id = app.user_id());
comment on policy own_profile_change on users is 'A person changes the own profile row.';
grant select, update (full_name, avatar_url, time_zone) on users to tenant_user;
select app.enable_definer_access('users', 'select, insert, update');
select app.enable_platform_access('users', 'select, insert, update');

create table user_credentials (
  user_id uuid primary key references users (id) on delete cascade,
  password_hash text not null check (password_hash like '$argon2id$%'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table user_credentials is 'Password hashes (argon2id). Reached by the sign-in functions only.';
select app.enable_stamps('user_credentials');
select app.enable_audit('user_credentials', 'user_id', hidden => 'password_hash');
alter table user_credentials enable row level security;
alter table user_credentials force row level security;
select app.enable_definer_access('user_credentials', 'select, insert, update');

create table platform_admins (
  user_id uuid primary key references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table platform_admins is 'People of the platform''s staff. Made by an operator at the command line.';
select app.enable_stamps('platform_admins');
select app.enable_audit('platform_admins', 'user_id');
alter table platform_admins enable row level security;
alter table platform_admins force row level security;
select app.enable_definer_access('platform_admins', 'select');
select app.enable_platform_access('platform_admins', 'select');

create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  version int not null default 1,
  ip_address inet,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on table sessions is 'Sign-ins. This row decides on every request; the cookie only names it.';
create index sessions_user on sessions (user_id, created_at);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy own_sessions_read on sessions for select to tenant_user using (user_id = app.user_id());
comment on policy own_sessions_read on sessions is 'A person sees the own sessions.';
create policy own_sessions_end on sessions for update to tenant_user using (user_id = app.user_id()) with check (user_id = app.user_id());
comment on policy own_sessions_end on sessions is 'A person ends the own sessions.';
grant select, update (revoked_at) on sessions to tenant_user;
select app.enable_definer_access('sessions', 'select, insert, update');
select app.enable_platform_access('sessions', 'select, update');

-- ── Memberships and roles ────────────────────────────────────────────────────────────────────────────────────────

create table memberships (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  user_id uuid not null references users (id),
  status text not null default 'active' check (status in ('active', 'deactivated')),
  restricted_to_accounts boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
comment on table memberships is 'A person''s place in a tenant. Soft-deleted, so that the log keeps its people.';
comment on column memberships.restricted_to_accounts is 'True: only the accounts in membership_accounts, and everything below them.';
create unique index memberships_user on memberships (tenant_id, user_id) where deleted_at is null;
create index memberships_by_user on memberships (user_id);
create index memberships_created on memberships (tenant_id, created_at);
select app.enable_stamps('memberships');
select app.enable_audit('memberships');
select app.enable_tenant_rls('memberships');
grant select, insert, update on memberships to tenant_user;
select app.enable_definer_access('memberships', 'select');
select app.enable_platform_access('memberships', 'select, insert, update');

create table roles (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  key text,
  name text not null check (length(btrim(name)) between 1 and 100),
  description text not null default '',
  grants_all boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table roles is 'Named sets of permissions, built in or made by the tenant.';
comment on column roles.key is 'Name of a built-in role in lib/permissions.ts; null for a role of the tenant''s own.';
comment on column roles.grants_all is 'Passes every check inside the tenant: “Company Access” and “User Admin”.';
create unique index roles_name on roles (tenant_id, lower(name));
create unique index roles_key on roles (tenant_id, key);
create index roles_created on roles (tenant_id, created_at);
select app.enable_stamps('roles');
select app.enable_audit('roles');
select app.enable_tenant_rls('roles');
grant select, insert, update, delete on roles to tenant_user;
select app.enable_definer_access('roles', 'select');
select app.enable_platform_access('roles', 'select, insert');

create table role_permissions (
  tenant_id uuid not null,
  role_id uuid not null,
  permission text not null references permissions (name),
  created_at timestamptz not null default now(),
  primary key (tenant_id, role_id, permission),
  foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete cascade
);
comment on table role_permissions is 'What a role may do.';
select app.enable_audit('role_permissions', 'role_id,permission');
select app.enable_tenant_rls('role_permissions');
grant select, insert (tenant_id, role_id, permission), delete on role_permissions to tenant_user;
select app.enable_definer_access('role_permissions', 'select');
select app.enable_platform_access('role_permissions', 'select, insert');

create table membership_roles (
  tenant_id uuid not null,
  membership_id uuid not null,
  role_id uuid not null,
  assigned_by uuid references users (id),
  assigned_at timestamptz not null default now(),
  primary key (tenant_id, membership_id, role_id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_id) references roles (tenant_id, id)
);
comment on table membership_roles is 'The roles of a member, who assigned them and when.';
create index membership_roles_role on membership_roles (tenant_id, role_id);
select app.enable_audit('membership_roles', 'membership_id,role_id');
select app.enable_tenant_rls('membership_roles');
grant select, insert (tenant_id, membership_id, role_id, assigned_by), delete on membership_roles to tenant_user;
select app.enable_definer_access('membership_roles', 'select');
select app.enable_platform_access('membership_roles', 'select, insert');
