drop index audit_logs_time;
alter table audit_logs drop column reason;
