drop table tenant_notes;
drop function app.guard_note();
