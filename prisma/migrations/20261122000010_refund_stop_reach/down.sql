create or replace function app.refund_stop_changes() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform app.refuse_out_of_reach(new.tenant_id, null);
  if session_user = 'tenant_user' and not app.sees_all_accounts() then
    raise exception 'refunds are stopped for the whole tenant' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' then
    -- Waits for refunds that are just being made, and those that come wait for this.
    perform 1 from public.tenant_configs c where c.tenant_id = new.tenant_id for update;
    return new;
  end if;
  if old.lifted_at is not null then
    raise exception 'this stop is lifted already' using errcode = '23514', constraint = 'refund_stops_lifted_once';
  end if;
  new.lifted_at := case when new.lifted_at is not null then now() end;
  new.lifted_by := case when new.lifted_at is not null then app.user_id() end;
  return new;
end $$;
