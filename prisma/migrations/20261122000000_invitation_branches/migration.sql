-- Invitations to an account by itself or to its whole branch, held to the same rules as restrictions of members and keys.

create or replace function app.invitation_in_scope(tenant uuid, invitation uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  whole uuid[] := app.whole_branch_ids();
begin
  return not exists (select 1 from public.invitation_accounts a
    where a.tenant_id = tenant and a.tenant_id = app.tenant_id() and a.invitation_id = invitation
      and (a.account_id <> all (app.account_ids()) or (a.includes_below and a.account_id <> all (whole))));
end $$;
comment on function app.invitation_in_scope(uuid, uuid) is 'True if nothing that the invitation gives lies outside the actor''s own restriction.';

create trigger guard_branch before insert on invitation_accounts for each row
  when (current_user = 'tenant_user') execute function app.guard_branch();

alter policy account_scope on invitation_accounts
  using ((select app.sees_all_accounts()) or (account_id = any ((select app.account_ids())::uuid[])
    and (not includes_below or account_id = any ((select app.whole_branch_ids())::uuid[]))))
  with check ((select app.sees_all_accounts()) or (account_id = any ((select app.account_ids())::uuid[])
    and (not includes_below or account_id = any ((select app.whole_branch_ids())::uuid[]))));
