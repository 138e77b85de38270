drop table list_preferences;
