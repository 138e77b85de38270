drop function app.has_platform_admins();
