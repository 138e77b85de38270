drop function app.expire_audit_logs(int);
drop function app.retire_unused_keys();
revoke select, delete on audit_logs from bulkhead_definer;
drop policy audit_expiry on audit_logs;
drop policy audit_expiry_find on audit_logs;
