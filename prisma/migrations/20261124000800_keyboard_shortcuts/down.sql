drop function app.keyboard_shortcuts_of(uuid);
alter table users drop column keyboard_shortcuts;
