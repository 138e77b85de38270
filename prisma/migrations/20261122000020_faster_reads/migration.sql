-- Reads that took longer than they need.

-- Who may see an entry is decided by its account: with that in the key, a list by metadata reads no entry but its key.
alter table metadata_entries drop constraint metadata_entries_pkey;
alter table metadata_entries add constraint metadata_entries_pkey
  primary key (tenant_id, resource, path, value, record_id) include (account_id);
alter table metadata_entries set (autovacuum_vacuum_insert_scale_factor = 0.05);

-- Telling rare needles from common ones costs less: the plan is kept, eight places are asked instead of sixteen, and their
-- ids are worked out once.

create or replace function app.share_of_payment_texts(field text, pattern text) returns float8
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  tenant constant uuid := app.tenant_id();
  oldest float8;
  newest float8;
  share float8;
begin
  select extract(epoch from p.created_at) into oldest from public.payment_intents p where p.tenant_id = tenant order by p.id limit 1;
  select extract(epoch from p.created_at) into newest from public.payment_intents p where p.tenant_id = tenant order by p.id desc limit 1;
  -- As app.uuid_v7_floor() makes them; written out, since a function with settings of its own is not inlined.
  with places as materialized (
    select rpad(lpad(to_hex(((oldest + (newest - oldest) * (n + random()) / 8) * 1000)::bigint), 12, '0'), 32, '0')::uuid as id
    from generate_series(0, 7) n
  )
  select avg((a.text like pattern)::int) into share
  from places cross join lateral (
    select case field when 'reference' then p.reference_key else p.customer_email_key end as text
    from public.payment_intents p where p.tenant_id = tenant and p.id >= places.id order by p.id limit 16
  ) a;
  return coalesce(share, 0);
end $$;

-- A needle that one text in twenty holds, and not only one in ten, is walked for to the end: chance rarely overrates a
-- share so much, and giving up in the middle costs both ways.
create or replace function app.search_payment_intents(field text, needle text, beyond uuid, ascending boolean, max_rows int) returns setof uuid
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
declare
  pattern constant text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  wanted constant int := least(greatest(max_rows, 0), 20000);
  share float8;
  walk record;
begin
  if field is null or field not in ('customer_email', 'reference') then
    raise exception 'there is no search in %', field using errcode = '22023';
  end if;
  if needle is null or length(needle) < 3 then
    raise exception 'a search needs three characters at least' using errcode = '22023';
  end if;
  share := app.share_of_payment_texts(field, pattern);
  -- Rows to walk until enough are found, against rows of all tenants that the index names, each of which costs as much as
  -- four in a row.
  if wanted < share * share * 4 * (select greatest(c.reltuples, 1) from pg_class c where c.oid = 'public.payment_intents'::regclass) then
    -- A common needle is walked for to the end; one that was asked by chance, for as long as chance may excuse.
    select * into walk from app.walk_payment_texts(field, pattern, beyond, ascending, wanted,
      case when share < 0.05 then (8 * wanted / share)::int end);
    if walk.is_whole then return query select * from unnest(walk.ids); return; end if;
  end if;
  return query select * from app.look_up_payment_texts(field, pattern, beyond, ascending, wanted);
end $$;

-- Sums are read from the key alone only where a vacuum has been: rows are added all day, and rarely is one deleted.
alter table kept_totals set (autovacuum_vacuum_insert_scale_factor = 0.02);
