drop table notice_marks;
drop policy account_scope on notices;
delete from notices where audience is null;
alter table notices drop column recipient_id;
alter table notices alter column audience set not null;
select app.enable_account_rls('notices');
comment on column notices.audience is 'Whom it is for: those who hold this permission.';
