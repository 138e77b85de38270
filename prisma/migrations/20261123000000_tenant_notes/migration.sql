-- Notes of the platform's staff about a tenant: for the next colleague, never for the tenant itself. So they hold no
-- tenant_id, and no role but the platform's reaches them.

create table tenant_notes (
  id uuid primary key default app.uuid_v7(),
  about_tenant_id uuid not null references tenants (id) on delete cascade,
  author_id uuid not null default app.platform_user_id() references users (id),
  text text not null check (length(btrim(text)) between 1 and 5000),
  deleted_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
comment on table tenant_notes is 'What the platform''s staff write down about a tenant. The platform''s own: tenants never see them.';
comment on column tenant_notes.author_id is 'Who wrote it, and alone may change it. Set by the context, not by the application.';
comment on column tenant_notes.deleted_at is 'Soft delete: it leaves the list, and stays for whoever has to know what was known.';
create index tenant_notes_about on tenant_notes (about_tenant_id, id);
create index tenant_notes_author on tenant_notes (author_id);
select app.enable_stamps('tenant_notes');
select app.enable_audit('tenant_notes');
alter table tenant_notes enable row level security;
alter table tenant_notes force row level security;
select app.enable_platform_access('tenant_notes', 'select, insert (about_tenant_id, text), update (text, deleted_at)');

create function app.guard_note() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me uuid := app.platform_user_id();
begin
  if tg_op = 'INSERT' then
    new.author_id := me;
    return new;
  end if;
  if new.text is distinct from old.text and old.author_id is distinct from me then
    raise exception 'a note is changed by its author' using errcode = '23514', constraint = 'tenant_notes_author';
  end if;
  if old.deleted_at is not null then
    raise exception 'this note is deleted' using errcode = '23514', constraint = 'tenant_notes_deleted';
  end if;
  if new.deleted_at is not null then
    new.deleted_at := now();
    new.deleted_by := me;
  end if;
  return new;
end $$;
comment on function app.guard_note() is 'A note is signed by whoever writes it, changed by nobody else, and deleted once.';
alter function app.guard_note() owner to bulkhead_definer;
revoke execute on function app.guard_note() from public;
-- Only for what the platform's role itself writes: an operator at the database signs for whom it likes.
create trigger guard_note before insert or update on tenant_notes for each row
  when (current_user = 'platform_admin') execute function app.guard_note();
