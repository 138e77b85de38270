-- How a person looks at the lists: which columns in which order, how wide, how dense. It belongs to the person, in all
-- tenants the same, and says nothing of what the lists hold.

create table list_preferences (
  user_id uuid not null references users (id) on delete cascade,
  list text not null check (list ~ '^[a-z][a-z0-9_]{0,59}$'),
  columns text[] check (cardinality(columns) between 1 and 60),
  widths jsonb not null default '{}' check (jsonb_typeof(widths) = 'object' and pg_column_size(widths) <= 4096),
  density text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, list)
);
comment on table list_preferences is 'How a person has set up the table of a list.';
comment on column list_preferences.columns is 'Ids of the columns that show, in their order; null: as the list comes.';
comment on column list_preferences.widths is 'Column id → width in pixels, of the columns that were resized.';
select app.enable_stamps('list_preferences');
create trigger require_seal before insert or update or delete on list_preferences for each statement execute function app.require_seal();
alter table list_preferences enable row level security;
alter table list_preferences force row level security;
create policy own_list_preferences on list_preferences for all to tenant_user
  using (user_id = app.user_id()) with check (user_id = app.user_id());
comment on policy own_list_preferences on list_preferences is 'A person has the own preferences and sees nobody else''s.';
grant select, insert (user_id, list, columns, widths, density), update (columns, widths, density), delete
  on list_preferences to tenant_user;
