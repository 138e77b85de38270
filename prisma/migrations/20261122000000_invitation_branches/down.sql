alter policy account_scope on invitation_accounts
  using ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]))
  with check ((select app.sees_all_accounts()) or account_id = any ((select app.account_ids())::uuid[]));
drop trigger guard_branch on invitation_accounts;
create or replace function app.invitation_in_scope(tenant uuid, invitation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from public.invitation_accounts a
    where a.tenant_id = tenant and a.tenant_id = app.tenant_id() and a.invitation_id = invitation
      and a.account_id <> all (app.account_ids()))
$$;
comment on function app.invitation_in_scope(uuid, uuid) is 'True if no account of the invitation lies outside the actor''s own restriction.';
