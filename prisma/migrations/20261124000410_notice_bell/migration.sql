-- Notices for one person, and what each person has read: until now a notice was for all who hold a permission, and whoever
-- put it away did so for all of them. That stays; besides, everybody has a bell of their own.

alter table notices alter column audience drop not null;
alter table notices add column recipient_id uuid references users (id);
alter table notices add constraint notices_reader check (num_nonnulls(audience, recipient_id) = 1);
comment on column notices.audience is 'Whom it is for: those who hold this permission. Null: for one person.';
comment on column notices.recipient_id is 'The one person whom it is for.';
create index notices_recipient on notices (tenant_id, recipient_id, id) where recipient_id is not null;

drop policy account_scope on notices;
select app.enable_account_rls('notices',
  '(account_id = any ((select app.account_ids())::uuid[]) or recipient_id = (select app.user_id()))');
comment on policy account_scope on notices is
  'An actor who is restricted to chosen accounts reaches only rows of those accounts, and what is for that person alone.';

create table notice_marks (
  tenant_id uuid not null references tenants (id),
  user_id uuid not null default app.user_id() references users (id),
  notice_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id, notice_id),
  foreign key (tenant_id, notice_id) references notices (tenant_id, id) on delete cascade
);
comment on table notice_marks is 'Which notices a person has read. Others have them unread all the same.';
comment on column notice_marks.user_id is 'Who has read it. Set by the context, not by the application.';
create index notice_marks_notice on notice_marks (tenant_id, notice_id);
create trigger require_seal before insert or update or delete on notice_marks for each statement execute function app.require_seal();
select app.enable_tenant_rls('notice_marks');
grant select, insert (tenant_id, notice_id) on notice_marks to tenant_user;
