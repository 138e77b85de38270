alter table kept_totals reset (autovacuum_vacuum_insert_scale_factor);

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
      case when share < 0.1 then (8 * wanted / share)::int end);
    if walk.is_whole then return query select * from unnest(walk.ids); return; end if;
  end if;
  return query select * from app.look_up_payment_texts(field, pattern, beyond, ascending, wanted);
end $$;

create or replace function app.share_of_payment_texts(field text, pattern text) returns float8
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with ends as (
    select (select p.created_at from public.payment_intents p where p.tenant_id = app.tenant_id() order by p.id limit 1) as first,
      (select p.created_at from public.payment_intents p where p.tenant_id = app.tenant_id() order by p.id desc limit 1) as last
  ),
  -- Made before they are used: an expression with random() in it is no condition for an index.
  places as materialized (
    select app.uuid_v7_floor(e.first + (e.last - e.first) * ((n + random()) / 16)) as id from ends e cross join generate_series(0, 15) n
  )
  select coalesce(avg((a.text like pattern)::int), 0) from places cross join lateral (
    select case field when 'reference' then p.reference_key else p.customer_email_key end as text
    from public.payment_intents p where p.tenant_id = app.tenant_id() and p.id >= places.id order by p.id limit 8
  ) a
$$;

alter table metadata_entries reset (autovacuum_vacuum_insert_scale_factor);
alter table metadata_entries drop constraint metadata_entries_pkey;
alter table metadata_entries add constraint metadata_entries_pkey primary key (tenant_id, resource, path, value, record_id);
