drop function app.time_format_of(uuid), app.own_sign_in();
alter table users drop column clock, drop column date_format;
