drop function app.settings_of(uuid);
drop trigger keep_version_update on tenant_configs;
drop trigger keep_version_insert on tenant_configs;
drop function app.keep_config_version();
drop table tenant_config_versions;
