drop function app.enter_watch(uuid, uuid, uuid), app.watch_grant(uuid, uuid), app.watch_rights(uuid, uuid, uuid), app.take_due_watches(int);
delete from notices where kind = 'view_not_empty';
drop table saved_view_watches;
