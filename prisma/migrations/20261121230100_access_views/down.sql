drop function app.reaches(uuid, uuid, uuid);
drop function app.view_actor(uuid, uuid, text);
drop function app.check_principal(text, uuid, uuid);
alter function app.check_own_principal(text, uuid, uuid) rename to check_principal;
drop function app.living_view(uuid, uuid);
drop function app.view_subject(public.access_views);
drop function app.scope_within(text, text);
drop table access_views;
