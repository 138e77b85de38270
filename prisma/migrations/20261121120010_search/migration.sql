-- Search within a text. LIKE is not leakproof, so under row-level security it can use no index; this function does the
-- search beyond row-level security, filters by the transaction's tenant and accounts itself, and answers ids only. Who
-- calls it reads the rows through their policies as ever.

create index payment_intents_email_part on payment_intents using gin (customer_email_key gin_trgm_ops)
  with (gin_pending_list_limit = 256);
create index payment_intents_reference_part on payment_intents using gin (reference_key gin_trgm_ops)
  with (gin_pending_list_limit = 256);

-- The planner may not use what it knows of a column's values below row-level security, so it cannot tell a rare needle from
-- a common one. These functions do as it would: they ask some rows from all over the tenant, and then either walk the
-- newest rows until enough are found, or look the needle up in the index over parts.

create function app.share_of_payment_texts(field text, pattern text) returns float8
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
comment on function app.share_of_payment_texts(text, text) is
  'The share of the tenant''s payments whose text is like the pattern, by asking 128 from all over their time.';

create function app.walk_payment_texts(field text, pattern text, beyond uuid, ascending boolean, wanted int, max_walked int,
  out ids uuid[], out is_whole boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
set enable_bitmapscan = off set enable_seqscan = off set enable_sort = off as $$
declare
  walked bigint;
begin
  execute format($walk$
      with walked as (select p.id, p.%I like $1 as matches from public.payment_intents p where p.tenant_id = $2%s%s%s%s)
      select coalesce((array_agg(w.id order by w.id %s) filter (where w.matches))[:$5], '{}'), count(*) from (
        select * from walked w %s limit %s) w
    $walk$, field || '_key',
    case when app.sees_all_accounts() then '' else ' and p.account_id = any ($3)' end,
    case when beyond is null then '' when ascending then ' and p.id > $4' else ' and p.id < $4' end,
    case when ascending then ' order by p.id' else ' order by p.id desc' end,
    coalesce(' limit ' || max_walked, ''), case when ascending then 'asc' else 'desc' end,
    case when max_walked is null then 'where w.matches' else '' end, coalesce(max_walked, wanted))
  into ids, walked using pattern, app.tenant_id(), app.account_ids(), beyond, wanted;
  is_whole := max_walked is null or cardinality(ids) >= wanted or walked < max_walked;
end $$;
comment on function app.walk_payment_texts(text, text, uuid, boolean, int, int) is
  'The next payments, in order, whose text is like the pattern, by reading row after row; is_whole false: gave up after '
  'max_walked rows, and there may be more.';

-- The settings leave the planner the index over parts alone; the tenant is compared so that no other index offers itself.
create function app.look_up_payment_texts(field text, pattern text, beyond uuid, ascending boolean, max_rows int) returns setof uuid
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set plan_cache_mode = force_generic_plan as $$
begin
  if field = 'reference' then
    return query select p.id from public.payment_intents p
    where p.reference_key like pattern and p.tenant_id is not distinct from (select app.tenant_id())
      and ((select app.sees_all_accounts()) or p.account_id = any ((select app.account_ids())::uuid[]))
      and (beyond is null or case when ascending then p.id > beyond else p.id < beyond end)
    order by case when ascending then p.id end, case when not ascending then p.id end desc limit max_rows;
  else
    return query select p.id from public.payment_intents p
    where p.customer_email_key like pattern and p.tenant_id is not distinct from (select app.tenant_id())
      and ((select app.sees_all_accounts()) or p.account_id = any ((select app.account_ids())::uuid[]))
      and (beyond is null or case when ascending then p.id > beyond else p.id < beyond end)
    order by case when ascending then p.id end, case when not ascending then p.id end desc limit max_rows;
  end if;
end $$;
comment on function app.look_up_payment_texts(text, text, uuid, boolean, int) is
  'Ids of payments that have a text like the pattern, by the index over parts: cheap as long as few have it.';

create function app.search_payment_intents(field text, needle text, beyond uuid, ascending boolean, max_rows int) returns setof uuid
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
comment on function app.search_payment_intents(text, text, uuid, boolean, int) is
  'Ids of the transaction''s payments whose customer_email or reference holds the needle (in lower case), beyond an id, by id; '
  'ascending null: in any order.';
alter function app.share_of_payment_texts(text, text) owner to bulkhead_definer;
alter function app.walk_payment_texts(text, text, uuid, boolean, int, int) owner to bulkhead_definer;
alter function app.look_up_payment_texts(text, text, uuid, boolean, int) owner to bulkhead_definer;
alter function app.search_payment_intents(text, text, uuid, boolean, int) owner to bulkhead_definer;
revoke execute on function app.share_of_payment_texts(text, text), app.walk_payment_texts(text, text, uuid, boolean, int, int),
  app.look_up_payment_texts(text, text, uuid, boolean, int), app.search_payment_intents(text, text, uuid, boolean, int) from public;
grant execute on function app.search_payment_intents(text, text, uuid, boolean, int) to tenant_user;
