-- Watched views: a member is told when a saved view that was empty is so no longer. A job looks by the clock, as whoever
-- watches, with the rights of that moment, read-only.
--
-- Error for the caller to tell apart: BH011 (as for exports) whoever watches may not look (any more).

create table saved_view_watches (
  tenant_id uuid not null references tenants (id),
  membership_id uuid not null,
  view_id uuid not null,
  is_empty boolean,
  checked_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, membership_id, view_id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id) on delete cascade,
  foreign key (tenant_id, view_id) references saved_views (tenant_id, id) on delete cascade
);
comment on table saved_view_watches is 'Which saved views a member wants to hear of when they are no longer empty.';
comment on column saved_view_watches.is_empty is
  'Whether the view held nothing for this member when it was last looked at; null: not looked at since its query changed.';
comment on column saved_view_watches.checked_at is 'When its turn was last. Set by app.take_due_watches() alone.';
create index saved_view_watches_view on saved_view_watches (tenant_id, view_id);
create index saved_view_watches_due on saved_view_watches (checked_at);
select app.enable_stamps('saved_view_watches');
create trigger require_seal before insert or update or delete on saved_view_watches for each statement execute function app.require_seal();
select app.enable_tenant_rls('saved_view_watches');
select app.enable_definer_access('saved_view_watches', 'select, update, delete');
grant select, insert (tenant_id, membership_id, view_id, is_empty), update (is_empty), delete on saved_view_watches to tenant_user;

create function app.take_due_watches(at_most int) returns table (tenant uuid, membership uuid, view uuid)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.set_context(null, null, null, '', '{"kind": "system", "label": "watched views"}');
  return query
  with due as (
    select w.tenant_id, w.membership_id, w.view_id, w.checked_at,
      row_number() over (partition by w.tenant_id order by w.checked_at) as turn
    from public.saved_view_watches w
    join public.tenants t on t.id = w.tenant_id and t.status = 'active'
    join public.saved_views v on v.tenant_id = w.tenant_id and v.id = w.view_id and v.deleted_at is null
    where w.checked_at < now() - interval '4 minutes'
  ), taken as (select * from due order by turn, checked_at limit at_most)
  update public.saved_view_watches w set checked_at = now() from taken k
  where w.tenant_id = k.tenant_id and w.membership_id = k.membership_id and w.view_id = k.view_id
    -- Somebody else's turn came first: looked at again by whoever had to wait for the row.
    and w.checked_at < now() - interval '4 minutes'
  returning w.tenant_id, w.membership_id, w.view_id;
end $$;
comment on function app.take_due_watches(int) is
  'The watches whose turn it is, in all tenants, and notes that they had it: of each tenant the longest waiting first, then their second ones.';

create function app.watch_rights(tenant uuid, membership uuid, view uuid,
  out person uuid, out permissions text[], out account_ids uuid[], out time_zone text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_restricted boolean;
begin
  select m.user_id, m.restricted_to_accounts, u.time_zone into person, is_restricted, time_zone
  from public.saved_view_watches w
  join public.tenants t on t.id = w.tenant_id and t.status = 'active'
  join public.memberships m on m.tenant_id = w.tenant_id and m.id = w.membership_id and m.status = 'active' and m.deleted_at is null
  join public.users u on u.id = m.user_id and u.disabled_at is null
  where w.tenant_id = watch_rights.tenant and w.membership_id = watch_rights.membership and w.view_id = watch_rights.view;
  if not found then return; end if;
  permissions := app.permissions_of(tenant, membership);
  account_ids := case when is_restricted then app.member_scope(tenant, membership) end;
end $$;
comment on function app.watch_rights(uuid, uuid, uuid) is
  'What a member who watches a view may do now, on which accounts (null: all), and the own time zone; person null: nothing any more.';

create function app.watch_grant(membership uuid, view uuid)
returns table (person uuid, permissions text[], account_ids uuid[], time_zone text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.person, r.permissions, r.account_ids, r.time_zone
  from app.watch_rights(app.tenant_id(), membership, view) r where r.person is not null
$$;
comment on function app.watch_grant(uuid, uuid) is 'The same for a watch of the transaction''s own tenant.';

create function app.enter_watch(tenant uuid, membership uuid, view uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  r record;
begin
  select * into r from app.watch_rights(tenant, membership, view);
  if r.person is null then raise exception 'nobody watches this' using errcode = 'BH011'; end if;
  perform set_config('app.current_tenant', tenant::text, true),
          set_config('app.user_id', r.person::text, true),
          set_config('app.account_scope', coalesce(r.account_ids::text, '*'), true),
          set_config('transaction_read_only', 'on', true),
          set_config('statement_timeout', '5s', true);
end $$;
comment on function app.enter_watch(uuid, uuid, uuid) is
  'Opens the context in which a watched view is looked at: that of whoever watches it, with the rights of this moment, read-only.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.take_due_watches(int)', 'app.watch_rights(uuid, uuid, uuid)', 'app.watch_grant(uuid, uuid)',
    'app.enter_watch(uuid, uuid, uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.take_due_watches(int), app.watch_grant(uuid, uuid), app.enter_watch(uuid, uuid, uuid) to tenant_user;
