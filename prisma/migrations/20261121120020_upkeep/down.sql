drop function app.upkeep();
