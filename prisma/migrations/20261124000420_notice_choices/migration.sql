-- Which notices a person wants, in the bell and by mail. The choice is the person's, in all tenants the same. What is not
-- chosen comes both ways.

create table notice_choices (
  user_id uuid not null references users (id) on delete cascade,
  kind text collate "C" not null check (kind ~ '^[a-z][a-z0-9_]{0,63}$'),
  in_app boolean not null default true,
  mail boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (user_id, kind)
);
comment on table notice_choices is 'How a person wants to hear of each kind of notice.';
comment on column notice_choices.in_app is 'False: the bell does not count them; the page of notices has them all the same.';
select app.enable_stamps('notice_choices');
create trigger require_seal before insert or update or delete on notice_choices for each statement execute function app.require_seal();
alter table notice_choices enable row level security;
alter table notice_choices force row level security;
create policy own_notice_choices on notice_choices for all to tenant_user
  using (user_id = app.user_id()) with check (user_id = app.user_id());
comment on policy own_notice_choices on notice_choices is 'A person has the own choices and sees nobody else''s.';
grant select, insert (user_id, kind, in_app, mail), update (in_app, mail) on notice_choices to tenant_user;
select app.enable_definer_access('notice_choices', 'select');

create function app.wants_mail(person uuid, notice_kind text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select c.mail from public.notice_choices c where c.user_id = person and c.kind = notice_kind), true)
$$;
comment on function app.wants_mail(uuid, text) is
  'Whether a person wants mail of this kind: for the background work that writes to the members of a tenant.';
alter function app.wants_mail(uuid, text) owner to bulkhead_definer;
revoke execute on function app.wants_mail(uuid, text) from public;
grant execute on function app.wants_mail(uuid, text) to tenant_user;
