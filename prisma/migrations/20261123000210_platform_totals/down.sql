drop index mails_failed;
drop index payment_intents_failed;
drop policy platform_access on kept_totals;
revoke select on kept_totals from platform_admin;
