drop trigger totals_insert on request_logs;
drop function app.keep_request_totals();
drop table request_totals;
