drop table membership_roles, role_permissions, roles, memberships, sessions, platform_admins, user_credentials, users, tenants;
