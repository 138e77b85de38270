drop function app.picture_of(uuid);
drop table user_pictures;
