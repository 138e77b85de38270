-- What the overview of the platform reads: kept totals of all tenants, and two small indexes for what failed.

select app.enable_platform_access('kept_totals', 'select');

-- Failures are few among payments, and only they cost an entry here.
create index payment_intents_failed on payment_intents (created_at, provider) where status = 'FAILED';
create index mails_failed on mails (id) where status = 'failed';
