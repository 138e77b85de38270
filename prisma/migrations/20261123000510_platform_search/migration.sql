-- Search and log across tenants, for the platform's admins.
--
-- What belongs to tenants is found by the indexes that begin with tenant_id, one look-up for each tenant: that costs
-- tables of payments and refunds nothing at a write. Only small tables get indexes of their own here.

create index tenant_api_keys_prefix on tenant_api_keys (prefix);
create index tenant_api_keys_last_four on tenant_api_keys (last_four);
create index accounts_name_start on accounts (lower(name) text_pattern_ops);

create function app.search_accounts(beginning text, max_rows int) returns table (tenant_id uuid, id uuid)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_platform_admin();
  if beginning is null or length(beginning) < 3 then
    raise exception 'a search needs three characters at least' using errcode = '22023';
  end if;
  return query select a.tenant_id, a.id from public.accounts a
  where lower(a.name) like replace(replace(replace(beginning, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  order by lower(a.name), a.id limit least(greatest(max_rows, 0), 1000);
end $$;
comment on function app.search_accounts(text, int) is
  'Accounts of all tenants whose name begins so (in lower case), by name. For platform admins.';

create function app.note_search(query text, counts jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.require_platform_admin();
  perform app.note_act(null, 'searches', app.uuid_v7()::text, 'insert', null,
    jsonb_build_object('query', left(query, 200), 'found', counts));
end $$;
comment on function app.note_search(text, jsonb) is
  'Leaves an audit row of a search across tenants: who looked for what, and how much there was.';

alter function app.search_accounts(text, int) owner to bulkhead_definer;
alter function app.note_search(text, jsonb) owner to bulkhead_definer;
revoke execute on function app.search_accounts(text, int), app.note_search(text, jsonb) from public;
grant execute on function app.search_accounts(text, int), app.note_search(text, jsonb) to platform_admin;

-- ── The log ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- What the platform's admins did is rare among what tenants do: partial indexes hold only that, and cost other writes
-- nothing. A request's id has no order worth keeping, and a hash takes a third of the room.

create index audit_logs_platform_admins on audit_logs (id) where actor_kind = 'platform_admin';
create index audit_logs_reasons on audit_logs (id) where reason is not null;
create index audit_logs_request on audit_logs using hash (request_id);
