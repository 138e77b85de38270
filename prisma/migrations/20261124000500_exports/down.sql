drop function app.overdue_exports(), app.enter_export(uuid, uuid), app.export_grant(uuid), app.export_rights(public.exports);
drop table exports;
drop function app.export_changes();
