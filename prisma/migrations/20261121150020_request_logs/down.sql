drop function app.write_request_logs(jsonb), app.purge_request_logs(int, int);
drop table request_logs;
