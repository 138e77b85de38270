-- Search within a text. LIKE is not leakproof, so under row-level security it can use no index; this function does the
-- search beyond row-level security, filters by the transaction's tenant and accounts itself, and answers ids only. Who
-- calls it reads the rows through their policies as ever.

create index payment_intents_email_part on payment_intents using gin (customer_email_key gin_trgm_ops)
  with (gin_pending_list_limit = 256);
create index payment_intents_reference_part on payment_intents using gin (reference_key gin_trgm_ops)
  with (gin_pending_list_limit = 256);

create function app.search_payment_intents(field text, needle text, beyond uuid, ascending boolean, max_rows int) returns setof uuid
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
begin
  if field is null or field not in ('customer_email', 'reference') then
    raise exception 'there is no search in %', field using errcode = '22023';
  end if;
  if needle is null or length(needle) < 3 then
    raise exception 'a search needs three characters at least' using errcode = '22023';
  end if;
  -- EXECUTE, so that each search is planned for its own needle: a rare one by the index over parts, a common one by
  -- walking the newest payments.
  return query execute
    format('select p.id from public.payment_intents p where p.tenant_id = $1 and p.%I like $2', field || '_key')
    || case when app.sees_all_accounts() then '' else ' and p.account_id = any ($3)' end
    || case when beyond is null then '' when ascending then ' and p.id > $4' else ' and p.id < $4' end
    || case when ascending is null then '' when ascending then ' order by p.id' else ' order by p.id desc' end
    || format(' limit %s', least(greatest(max_rows, 0), 20000))
    using app.tenant_id(), '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%',
      app.account_ids(), beyond;
end $$;
comment on function app.search_payment_intents(text, text, uuid, boolean, int) is
  'Ids of the transaction''s payments whose customer_email or reference holds the needle (in lower case), beyond an id, by id; '
  'ascending null: in any order.';
alter function app.search_payment_intents(text, text, uuid, boolean, int) owner to bulkhead_definer;
revoke execute on function app.search_payment_intents(text, text, uuid, boolean, int) from public;
grant execute on function app.search_payment_intents(text, text, uuid, boolean, int) to tenant_user;
