drop function app.locale_of(uuid);
revoke update (locale) on users from tenant_user;
alter table users drop column locale;
