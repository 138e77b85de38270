drop function app.report_leaked_key(bytea, inet, text, text);
revoke select (revocation_reason) on tenant_api_keys from tenant_user, platform_admin;
alter table tenant_api_keys drop column revocation_reason;
drop table notices;
