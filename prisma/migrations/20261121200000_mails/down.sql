drop function app.purge_mails(int);
drop function app.mail_body(uuid);
drop function app.note_mail(uuid, text, text, int);
drop function app.mail_to_send(uuid);
drop function app.queue_mail(text, text, text, text, text);
drop function app.store_mail(text, text, text, text, text, uuid);
drop table mails;
