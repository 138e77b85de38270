drop table membership_accounts, accounts;
drop function app.account_move_branch();
drop function app.account_path();
