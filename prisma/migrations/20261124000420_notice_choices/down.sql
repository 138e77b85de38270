drop function app.wants_mail(uuid, text);
drop table notice_choices;
