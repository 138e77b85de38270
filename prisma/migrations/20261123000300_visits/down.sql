drop function app.close_visits();
drop function app.begin_visit(public.tenant_visits);
drop table tenant_visits;
drop function app.announce_visit();
drop function app.guard_tenant_visit();
drop function app.guard_platform_visit();
