drop index audit_logs_request;
drop index audit_logs_reasons;
drop index audit_logs_platform_admins;
drop function app.note_search(text, jsonb);
drop function app.search_accounts(text, int);
drop index accounts_name_start;
drop index tenant_api_keys_last_four;
drop index tenant_api_keys_prefix;
