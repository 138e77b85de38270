-- What has to be done from time to time, whoever does it: it changes no fact and tells nothing.

create function app.upkeep() returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object('partitions_made', app.ensure_audit_partitions(), 'totals_compacted', app.compact_totals());
end $$;
comment on function app.upkeep() is 'Makes the audit log''s next months and puts kept totals together; called by the clock.';
alter function app.upkeep() owner to bulkhead_definer;
revoke execute on function app.upkeep() from public;
grant execute on function app.upkeep() to tenant_user;
