drop function app.enable_audit(regclass, text, text, text, text);
drop function app.audit() cascade;
drop function app.audit_key(jsonb, text[]);
drop function app.ensure_audit_partitions(int);
drop function app.audit_partition(timestamptz);
drop table audit_logs;
