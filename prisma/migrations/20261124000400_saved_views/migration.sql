-- Saved views: the states of lists that people come back to, for themselves, for those of a role, or for everybody. A view
-- is a query and nothing else: what it shows is decided by whoever opens it, at that moment.

insert into permissions (name, description) values
  ('views:share', 'Share saved views with a role or with everybody, and change shared ones');

create table saved_views (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  membership_id uuid not null,
  list text collate "C" not null check (list ~ '^[a-z][a-z0-9_]{0,59}$'),
  name text not null check (length(btrim(name)) between 1 and 80),
  audience text collate "C" not null default 'private' check (audience in ('private', 'role', 'everyone')),
  role_id uuid,
  query text not null default '' check (length(query) <= 4000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_id) references roles (tenant_id, id) on delete set null (role_id),
  constraint saved_views_role check (role_id is null or audience = 'role')
);
comment on table saved_views is 'States of lists that people saved: filters, order and columns, never rows.';
comment on column saved_views.membership_id is 'Whose view it is. It stays while the member is deactivated.';
comment on column saved_views.list is 'Name of the list; lib/http/lists.ts knows them.';
comment on column saved_views.audience is 'Who finds it besides its owner: nobody, those who have the role, everybody.';
comment on column saved_views.role_id is 'Of audience "role": which one. Null again once the role is gone; then it is its owner''s alone.';
comment on column saved_views.query is 'The list''s canonical query string, and its columns, as lib/list-query.ts prints it.';
-- One person's views of a list have names of their own, whoever may see them: so a view that loses its role meets no namesake.
create unique index saved_views_own_name on saved_views (tenant_id, membership_id, list, lower(name)) where deleted_at is null;
create unique index saved_views_role_name on saved_views (tenant_id, role_id, list, lower(name)) where deleted_at is null and audience = 'role';
create unique index saved_views_everyone_name on saved_views (tenant_id, list, lower(name)) where deleted_at is null and audience = 'everyone';
create index saved_views_role on saved_views (tenant_id, role_id);
create index saved_views_created on saved_views (tenant_id, created_at);
select app.enable_stamps('saved_views');
select app.enable_audit('saved_views');
select app.enable_tenant_rls('saved_views');
grant select, insert (tenant_id, membership_id, list, name, audience, role_id, query),
  update (name, audience, role_id, query, deleted_at) on saved_views to tenant_user;

create table saved_view_defaults (
  tenant_id uuid not null references tenants (id),
  membership_id uuid not null,
  list text collate "C" not null check (list ~ '^[a-z][a-z0-9_]{0,59}$'),
  view_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, membership_id, list),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id) on delete cascade,
  foreign key (tenant_id, view_id) references saved_views (tenant_id, id) on delete cascade
);
comment on table saved_view_defaults is 'Which view a member meets first on a list that is opened without parameters.';
create index saved_view_defaults_view on saved_view_defaults (tenant_id, view_id);
select app.enable_stamps('saved_view_defaults');
create trigger require_seal before insert or update or delete on saved_view_defaults for each statement execute function app.require_seal();
select app.enable_tenant_rls('saved_view_defaults');
grant select, insert (tenant_id, membership_id, list, view_id), update (view_id), delete on saved_view_defaults to tenant_user;
