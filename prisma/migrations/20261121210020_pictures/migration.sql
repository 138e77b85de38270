-- Pictures of people. A picture is given by an address and copied once: shown from there, every look at a colleague would
-- tell somebody else's server who looks, from where and when.

create table user_pictures (
  user_id uuid primary key references users (id) on delete cascade,
  content_type text not null check (content_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  content_hash bytea not null check (length(content_hash) = 32),
  bytes bytea not null check (length(bytes) between 1 and 262144),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table user_pictures is 'The picture of a person, copied from users.avatar_url when that was set.';
select app.enable_stamps('user_pictures');
select app.enable_audit('user_pictures', 'user_id', hidden => 'bytes');
alter table user_pictures enable row level security;
alter table user_pictures force row level security;
create policy own_picture on user_pictures for all to tenant_user using (user_id = app.user_id()) with check (user_id = app.user_id());
comment on policy own_picture on user_pictures is 'A person keeps the own picture; colleagues see it by app.picture_of().';
grant select, insert (user_id, content_type, content_hash, bytes), update (content_type, content_hash, bytes), delete
  on user_pictures to tenant_user;
select app.enable_definer_access('user_pictures', 'select');

create function app.picture_of(person uuid) returns table (content_type text, content_hash text, bytes text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.context_is_sealed() then
    raise exception 'pictures of colleagues need a context that the database opened' using errcode = '42501';
  end if;
  return query
  select p.content_type, encode(p.content_hash, 'hex'), encode(p.bytes, 'base64') from public.user_pictures p
  where p.user_id = person and (person = app.user_id() or exists (
    select from public.memberships mine join public.memberships theirs on theirs.tenant_id = mine.tenant_id
    where mine.user_id = app.user_id() and mine.status = 'active' and mine.deleted_at is null and theirs.user_id = person));
end $$;
comment on function app.picture_of(uuid) is
  'The picture of the person of this transaction, or of somebody who is or was in a tenant of theirs; no row for all others.';
alter function app.picture_of(uuid) owner to bulkhead_definer;
revoke execute on function app.picture_of(uuid) from public;
grant execute on function app.picture_of(uuid) to tenant_user;
