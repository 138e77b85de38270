drop function app.purge_sessions();
revoke delete on sessions from bulkhead_definer;
