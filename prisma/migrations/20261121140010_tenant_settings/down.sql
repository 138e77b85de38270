drop function app.tenant_settings();
revoke update (name, domain) on tenants from tenant_user;
drop policy own_tenant_change on tenants;
