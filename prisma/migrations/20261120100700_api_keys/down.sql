drop table tenant_api_key_accounts, tenant_api_keys;
drop function app.api_key_in_scope(uuid, uuid);
