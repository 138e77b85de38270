-- Reference data that all tenants share and nobody changes at run time. The rows of currencies, countries and
-- permissions are filled from the lists in lib/ by the generated migration that follows the tables below.

create table currencies (
  code text primary key check (code ~ '^[A-Z]{3}$'),
  numeric_code text not null,
  name text not null,
  symbol text not null,
  exponent smallint not null check (exponent between 0 and 4)
);
comment on table currencies is 'ISO 4217. The exponent is ISO''s number of minor-unit digits, which is not always what Intl displays.';

create table countries (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  alpha3 text not null unique check (alpha3 ~ '^[A-Z]{3}$'),
  name text not null
);
comment on table countries is 'ISO 3166-1.';

create table permissions (
  name text primary key,
  description text not null
);
comment on table permissions is 'The one vocabulary of permissions, for roles and API keys alike; lib/permissions.ts holds the same list.';

create table templates (
  id uuid primary key default app.uuid_v7(),
  name text not null,
  version int not null default 1 check (version > 0),
  description text not null default '',
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (name, version)
);
comment on table templates is 'Starting points for new tenants: roles, settings and sample accounts. Owned by the platform, versioned.';
select app.enable_stamps('templates');
select app.enable_audit('templates');

grant select on currencies, countries, permissions to tenant_user, platform_admin, bulkhead_definer;
alter table templates enable row level security;
alter table templates force row level security;
select app.enable_platform_access('templates', 'select, insert, update');
