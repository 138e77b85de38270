drop view member_list;
drop function app.member_profiles();
