-- Why: acts of the platform's staff come with a reason, which the log keeps beside them. The default reads it from the
-- sealed context, so whatever writes the log needs no word about it.

alter table audit_logs add column reason text default (app.context() ->> 'reason');
comment on column audit_logs.reason is 'Why, in the actor''s own words; acts of platform admins have one.';

-- Tenants read their log by keys that begin with tenant_id; the platform's admins read all of it, newest first.
create index audit_logs_time on audit_logs (id);
