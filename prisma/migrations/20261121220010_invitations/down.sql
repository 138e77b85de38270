drop function app.member_exists(text), app.accept_invitation_as_new(bytea, text, text, jsonb),
  app.accept_invitation(bytea, uuid, jsonb), app.join_tenant(invitations, uuid, jsonb), app.lock_invitation(bytea),
  app.find_invitation(bytea), app.invitation_state(invitations), app.invitation_scope(uuid, uuid);
drop policy account_scope on invitations;
drop table invitation_accounts, invitation_roles, invitations;
drop function app.guard_invitations(), app.invitation_exceeds(uuid, uuid, uuid), app.invitation_in_scope(uuid, uuid);
revoke insert, update on memberships from bulkhead_definer;
revoke insert, delete on membership_roles, membership_accounts from bulkhead_definer;
