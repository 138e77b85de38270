drop table saved_view_defaults;
drop table saved_views;
delete from role_permissions where permission = 'views:share';
delete from permissions where name = 'views:share';
