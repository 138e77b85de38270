drop trigger keep_an_owner on membership_roles;
drop trigger keep_an_owner on memberships;
drop trigger guard_rights on tenant_api_keys;
drop trigger guard_rights on role_permissions;
drop trigger guard_rights on roles;
drop trigger guard_rights on membership_accounts;
drop trigger guard_rights on membership_roles;
drop trigger guard_rights on memberships;
drop trigger guard_turn on role_permissions;
drop trigger guard_turn on roles;
drop trigger guard_turn on membership_accounts;
drop trigger guard_turn on membership_roles;
drop trigger guard_turn on memberships;
drop function app.may_change_member(uuid), app.may_give_role(uuid), app.keep_an_owner(), app.guard_api_keys(), app.guard_roles(),
  app.guard_members(), app.take_rights_turn(), app.await_rights_turn(), app.acting_member(uuid, text), app.reach_exceeds(uuid, uuid),
  app.member_exceeds(uuid, uuid, uuid), app.role_exceeds(uuid, uuid, uuid), app.permissions_of(uuid, uuid), app.own_membership();
alter table roles drop constraint roles_description;
revoke update (name, description) on roles from tenant_user;
grant update on roles to tenant_user;
revoke update (status, restricted_to_accounts, deleted_at) on memberships from tenant_user;
grant update on memberships to tenant_user;
