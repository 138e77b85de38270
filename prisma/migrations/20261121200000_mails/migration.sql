-- Mails: stored in the transaction of what they tell of, with the job that sends them. Without a mail server they stay
-- here, as an outbox that the platform's admins read.

create table mails (
  id uuid primary key default app.uuid_v7(),
  about_tenant_id uuid references tenants (id),
  kind text not null check (kind ~ '^[a-z][a-z0-9_]{0,63}$'),
  recipient text not null check (recipient ~ '^[^@\s]+@[^@\s]+$' and length(recipient) <= 254),
  subject text not null check (subject !~ '[\r\n]' and length(subject) between 1 and 300),
  body_text text check (length(body_text) <= 100000),
  body_html text check (length(body_html) <= 400000),
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'kept')),
  tries int not null default 0,
  error text check (length(error) <= 500),
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status in ('queued', 'kept') or (body_text is null and body_html is null))
);
comment on table mails is 'Mails to people, of whatever tenant or of none. Links in them are secrets: a body goes once it is sent, or given up.';
comment on column mails.about_tenant_id is 'Tenant whose work caused it; null: none, as with a new password.';
comment on column mails.kind is 'What it is about, such as password_reset; for the list only.';
comment on column mails.status is 'kept: there is no mail server, and it is read here.';
comment on column mails.error is 'Why the last try failed, in the mail server''s words.';
create index mails_tenant on mails (about_tenant_id);
select app.enable_stamps('mails');
alter table mails enable row level security;
alter table mails force row level security;
select app.enable_definer_access('mails', 'select, insert, update, delete');
-- Without the bodies: app.mail_body() gives them, as long as this is an outbox.
select app.enable_platform_access('mails',
  'select (id, about_tenant_id, kind, recipient, subject, status, tries, error, sent_at, created_at, updated_at)');

create function app.store_mail(recipient text, subject text, body_text text, body_html text, kind text, tenant uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  mail uuid;
begin
  insert into public.mails (about_tenant_id, kind, recipient, subject, body_text, body_html)
  values (tenant, kind, btrim(recipient), subject, body_text, body_html) returning id into mail;
  -- The mail's own tries are counted in its row, where its reader sees them.
  perform graphile_worker.add_job('mails.send', json_build_object('mail_id', mail, 'tenant_id', null));
end $$;
comment on function app.store_mail(text, text, text, text, text, uuid) is
  'Stores a mail with the job that sends it. For functions that come before a tenant is known, and app.queue_mail().';

create function app.queue_mail(recipient text, subject text, body_text text, body_html text, kind text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.context_is_sealed() then
    raise exception 'a mail needs a context for writing' using errcode = '42501';
  end if;
  perform app.store_mail(recipient, subject, body_text, body_html, kind, app.tenant_id());
end $$;
comment on function app.queue_mail(text, text, text, text, text) is 'Stores a mail in this transaction; it is sent if that commits.';

create function app.mail_to_send(mail uuid) returns table (recipient text, subject text, body_text text, body_html text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.recipient, m.subject, m.body_text, m.body_html from public.mails m where m.id = mail and m.status = 'queued'
$$;
comment on function app.mail_to_send(uuid) is 'A mail that is waiting, for its job, which alone knows the id.';

create function app.note_mail(mail uuid, outcome text, reason text, most_tries int) returns text
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.mails m set
    tries = m.tries + case when outcome = 'kept' then 0 else 1 end,
    error = case when outcome in ('failed', 'again') then left(reason, 500) end,
    sent_at = case when outcome = 'sent' then now() end,
    status = n.status,
    body_text = case when n.status in ('queued', 'kept') then m.body_text end,
    body_html = case when n.status in ('queued', 'kept') then m.body_html end
  from (select case when outcome <> 'again' then outcome when o.tries + 1 >= most_tries then 'failed' else 'queued' end as status
        from public.mails o where o.id = mail) n
  where m.id = mail and m.status = 'queued'
  returning m.status
$$;
comment on function app.note_mail(uuid, text, text, int) is
  'Notes what came of sending: sent, kept, failed, or again, which is failed after so many tries. Answers the status.';

create function app.mail_body(mail uuid) returns table (body_text text, body_html text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.body_text, m.body_html from public.mails m
  where m.id = mail and m.status = 'kept' and app.platform_user_id() is not null and app.context_is_sealed()
$$;
comment on function app.mail_body(uuid) is 'Body of a mail of the outbox, for a checked platform admin. Mails for a mail server are not read here.';

create function app.purge_mails(days int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone int;
begin
  delete from public.mails m where m.id in
    (select o.id from public.mails o where o.id < app.uuid_v7_floor(now() - make_interval(days => greatest(days, 1))) limit 1000);
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function app.purge_mails(int) is 'Deletes up to a thousand mails that are older than so many days; returns how many.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.store_mail(text, text, text, text, text, uuid)', 'app.queue_mail(text, text, text, text, text)',
    'app.mail_to_send(uuid)', 'app.note_mail(uuid, text, text, int)', 'app.mail_body(uuid)', 'app.purge_mails(int)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.queue_mail(text, text, text, text, text) to tenant_user, platform_admin;
grant execute on function app.mail_to_send(uuid), app.note_mail(uuid, text, text, int), app.purge_mails(int) to tenant_user;
grant execute on function app.mail_body(uuid) to platform_admin;
