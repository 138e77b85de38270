drop function app.count_requests(text, int, bigint, bigint), app.purge_rate_limits();
drop table app.rate_limits;
