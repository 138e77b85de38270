-- Views: a member looks at the tenant as another member, a key, or rights that are not saved yet would see it. A view
-- belongs to one session, ends by itself, only reads, and never shows more than its owner may see: permissions and
-- accounts are the intersection, worked out anew at each statement. It has no pass: views are rare.

create table access_views (
  tenant_id uuid not null references tenants (id),
  id uuid not null default app.uuid_v7(),
  session_id uuid not null,
  user_id uuid not null default app.user_id(),
  membership_id uuid,
  api_key_id uuid,
  permissions text[],
  restricted_to_accounts boolean,
  account_ids uuid[],
  branch_ids uuid[],
  label text not null check (length(btrim(label)) between 1 and 300),
  ends_at timestamptz not null default now() + interval '15 minutes',
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, membership_id) references memberships (tenant_id, id),
  foreign key (tenant_id, api_key_id) references tenant_api_keys (tenant_id, id),
  constraint access_views_subject check (num_nonnulls(membership_id, api_key_id, permissions) = 1),
  constraint access_views_draft check (num_nonnulls(permissions, restricted_to_accounts) in (0, 2)),
  constraint access_views_length check (ends_at <= created_at + interval '15 minutes')
);
comment on table access_views is 'Who looked at the tenant as whom: a member, a key, or a draft of rights. Read-only, for 15 minutes at most.';
comment on column access_views.session_id is 'The sign-in that it belongs to; no other one can use it.';
comment on column access_views.user_id is 'Whose view it is. Set by the context, not by the application.';
comment on column access_views.permissions is 'Of a draft: what the roles and permissions that are not saved yet come to.';
comment on column access_views.label is 'Whom it shows, in words, as it was then.';
create index access_views_membership on access_views (tenant_id, membership_id);
create index access_views_api_key on access_views (tenant_id, api_key_id);
create index access_views_created on access_views (tenant_id, created_at);
select app.enable_stamps('access_views');
select app.enable_audit('access_views');
select app.enable_tenant_rls('access_views');
-- Which session it is concerns nobody: whoever knows one could name it to the door.
grant select (tenant_id, id, user_id, membership_id, api_key_id, permissions, restricted_to_accounts, account_ids, branch_ids, label,
  ends_at, ended_at, created_at, updated_at), insert (tenant_id, session_id, membership_id, api_key_id, permissions, restricted_to_accounts, account_ids,
  branch_ids, label), update (ended_at) on access_views to tenant_user;
select app.enable_definer_access('access_views', 'select');

create function app.scope_within(scope text, other text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when scope = '*' then other when other = '*' then scope
    else array(select unnest(scope::uuid[]) intersect select unnest(other::uuid[]))::text end
$$;
comment on function app.scope_within(text, text) is 'What two account scopes have in common; a star is all accounts.';
revoke execute on function app.scope_within(text, text) from public;
grant execute on function app.scope_within(text, text) to bulkhead_definer;

create function app.view_subject(v public.access_views, out permissions text[], out scope text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_restricted boolean;
begin
  permissions := '{}';
  scope := '{}';
  if v.membership_id is not null then
    select m.restricted_to_accounts into is_restricted from public.memberships m
    join public.users u on u.id = m.user_id and u.disabled_at is null
    where m.tenant_id = v.tenant_id and m.id = v.membership_id and m.status = 'active' and m.deleted_at is null;
    -- Who has left since sees nothing any more.
    if not found then return; end if;
    permissions := app.permissions_of(v.tenant_id, v.membership_id);
    scope := case when is_restricted then app.member_scope(v.tenant_id, v.membership_id)::text else '*' end;
  elsif v.api_key_id is not null then
    select k.permissions, case when k.restricted_to_accounts then app.api_key_scope(k.tenant_id, k.id)::text else '*' end
    into permissions, scope from public.tenant_api_keys k
    where k.tenant_id = v.tenant_id and k.id = v.api_key_id
      and (k.revoked_at is null or k.revoked_at > now()) and (k.expires_at is null or k.expires_at > now());
    if not found then
      permissions := '{}';
      scope := '{}';
    end if;
  else
    permissions := v.permissions;
    scope := case when v.restricted_to_accounts
      then array(select unnest(app.branch_ids(v.tenant_id, coalesce(v.branch_ids, '{}')))
        union select a.id from public.accounts a where a.tenant_id = v.tenant_id and a.id = any (v.account_ids))::text
      else '*' end;
  end if;
end $$;
comment on function app.view_subject(public.access_views) is 'What the subject of a view may do now, and on which accounts.';

create function app.living_view(tenant uuid, view uuid) returns public.access_views
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v from public.access_views v where v.tenant_id = tenant and v.id = view and v.ended_at is null and v.ends_at > now()
$$;
comment on function app.living_view(uuid, uuid) is 'A view that has not ended, or null.';

-- ── The way in ───────────────────────────────────────────────────────────────────────────────────────────────────
-- A further kind of actor. Everything that is checked of a member's session is checked of the session of a view's owner.

alter function app.check_principal(text, uuid, uuid) rename to check_own_principal;

create function app.check_principal(kind text, tenant uuid, principal uuid, out person uuid, out label text, out scope text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v public.access_views;
begin
  if kind <> 'view' then
    select c.person, c.label, c.scope into person, label, scope from app.check_own_principal(kind, tenant, principal) c;
    return;
  end if;
  v := app.living_view(tenant, principal);
  if v.id is null then raise exception 'the view has ended' using errcode = 'BH008'; end if;
  select c.label, app.scope_within(c.scope, s.scope) into label, scope
  from app.check_own_principal('member', tenant, v.session_id) c, app.view_subject(v) s;
  -- Whoever looks as somebody else changes nothing, and is nobody: neither the one's nor the other's own rows are shown.
  perform set_config('transaction_read_only', 'on', true);
  person := null;
end $$;
comment on function app.check_principal(text, uuid, uuid) is
  'Checks that the session, key or view still lives and belongs to the tenant; answers its person, name and account scope. '
  'A view makes its transaction read-only.';

create function app.view_actor(session uuid, view uuid, tenant_slug text)
returns table (tenant_id uuid, tenant_name text, tenant_status text, user_id uuid, membership_id uuid, permissions text[],
  account_ids uuid[], label text, ends_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v public.access_views;
begin
  v := app.living_view((select t.id from public.tenants t where t.slug = tenant_slug), view);
  if v.id is null or v.session_id <> session then return; end if;
  return query
  select a.tenant_id, a.tenant_name, a.tenant_status, a.user_id, a.membership_id,
    array(select unnest(a.permissions) intersect select unnest(s.permissions)),
    nullif(app.scope_within(coalesce(a.account_ids::text, '*'), s.scope), '*')::uuid[], v.label, v.ends_at
  from app.session_actor(session, tenant_slug) a, app.view_subject(v) s;
end $$;
comment on function app.view_actor(uuid, uuid, text) is
  'What the owner of a living view may see through it, in place of app.session_actor(); no row where the view has ended or is '
  'another session''s.';

do $$
declare
  f regprocedure;
begin
  foreach f in array array['app.view_subject(public.access_views)', 'app.living_view(uuid, uuid)',
    'app.check_principal(text, uuid, uuid)', 'app.view_actor(uuid, uuid, text)']::regprocedure[]
  loop
    execute format('alter function %s owner to bulkhead_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function app.view_actor(uuid, uuid, text) to tenant_user;

-- ── Why may I? ───────────────────────────────────────────────────────────────────────────────────────────────────

create function app.reaches(membership uuid, api_key uuid, account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not app.sees_all_accounts() and account <> all (app.account_ids()) then return null; end if;
  return case
    when membership is not null then (select not m.restricted_to_accounts or account = any (app.member_scope(m.tenant_id, m.id))
      from public.memberships m where m.tenant_id = app.tenant_id() and m.id = membership)
    else (select not k.restricted_to_accounts or account = any (app.api_key_scope(k.tenant_id, k.id))
      from public.tenant_api_keys k where k.tenant_id = app.tenant_id() and k.id = api_key) end;
end $$;
comment on function app.reaches(uuid, uuid, uuid) is
  'True if a member or key of the transaction''s tenant reaches an account; null for an account that the asker does not reach.';
alter function app.reaches(uuid, uuid, uuid) owner to bulkhead_definer;
revoke execute on function app.reaches(uuid, uuid, uuid) from public;
grant execute on function app.reaches(uuid, uuid, uuid) to tenant_user;
