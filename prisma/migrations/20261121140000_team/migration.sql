-- The team as its colleagues see it. `users` shows everybody the own row only, so what members learn of each other comes
-- from one function, and a view puts it beside their memberships for lists.

create function app.member_profiles()
returns table (membership_id uuid, user_id uuid, full_name text, email text, avatar_url text, last_login timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, u.id, coalesce(nullif(u.full_name, ''), split_part(u.email, '@', 1)),
    case when app.sees_all_accounts() or u.id = app.user_id() then u.email end, u.avatar_url,
    case when app.sees_all_accounts() or u.id = app.user_id() then u.last_login end
  from public.memberships m join public.users u on u.id = m.user_id where m.tenant_id = app.tenant_id()
$$;
comment on function app.member_profiles() is
  'People of the transaction''s tenant, past members included. Who is restricted to chosen accounts learns their names, '
  'but neither addresses nor sign-ins besides the own.';
alter function app.member_profiles() owner to bulkhead_definer;
revoke execute on function app.member_profiles() from public;
grant execute on function app.member_profiles() to tenant_user;

create view member_list with (security_invoker = true) as
  select m.tenant_id, m.id, m.user_id, m.status, m.restricted_to_accounts, m.created_at, m.updated_at, m.deleted_at,
    p.full_name as name, lower(p.full_name) as name_key, p.email, lower(p.email) as email_key, p.avatar_url, p.last_login
  from memberships m join app.member_profiles() p on p.membership_id = m.id;
comment on view member_list is 'Memberships with what colleagues see of their people. Policies of memberships hold: security_invoker.';
grant select on member_list to tenant_user;
