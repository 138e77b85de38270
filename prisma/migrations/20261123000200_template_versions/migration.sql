-- Templates in versions: a change of one is a new row, with who made it and what is new in it. Tenants point at the version
-- they are on, so a version never changes; a template that is not offered any more is archived.

alter table templates
  add column note text not null default '' check (length(note) <= 500),
  add column created_by uuid references users (id),
  add column archived_at timestamptz,
  add constraint templates_name check (length(btrim(name)) between 1 and 100),
  add constraint templates_description check (length(description) <= 500),
  add constraint templates_definition check (jsonb_typeof(definition) = 'object');
comment on column templates.note is 'What is new in this version.';
comment on column templates.created_by is 'The platform admin who made this version; null: it came with the product.';
comment on column templates.archived_at is 'Since when no tenant is put on it any more; all versions of a name alike.';
create index tenant_configs_template on tenant_configs (template_id);

create function app.keep_template() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- Whoever makes it is named, whatever a client sends.
    if session_user = 'platform_admin' then new.created_by := app.platform_user_id(); end if;
  elsif (old.id, old.name, old.version, old.description, old.note, old.definition, old.created_by)
     is distinct from (new.id, new.name, new.version, new.description, new.note, new.definition, new.created_by) then
    raise exception 'a version of a template never changes: make a new one' using errcode = '23514', constraint = 'templates_immutable';
  end if;
  return new;
end $$;
comment on function app.keep_template() is 'Versions of templates are made once, by somebody, and only ever archived.';
revoke execute on function app.keep_template() from public;
create trigger keep_version before insert or update on templates for each row execute function app.keep_template();

create function app.refuse_archived_template() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.templates t where t.id = new.template_id and t.archived_at is not null) then
    raise exception 'this template is archived' using errcode = '23514', constraint = 'templates_archived';
  end if;
  return new;
end $$;
comment on function app.refuse_archived_template() is 'No tenant is put on an archived template; those that are on it stay.';
alter function app.refuse_archived_template() owner to bulkhead_definer;
revoke execute on function app.refuse_archived_template() from public;
create trigger template_offered_insert before insert on tenant_configs for each row
  when (new.template_id is not null) execute function app.refuse_archived_template();
create trigger template_offered_update before update on tenant_configs for each row
  when (new.template_id is not null and new.template_id is distinct from old.template_id)
  execute function app.refuse_archived_template();

-- ── What the platform may do with them, and with the roles of a tenant when it puts it on another version ────────

revoke insert, update on templates from platform_admin;
grant insert (name, version, description, note, definition), update (archived_at) on templates to platform_admin;
grant update (name, description) on roles to platform_admin;
grant delete on role_permissions to platform_admin;

-- ── New versions of the templates that come with the product ─────────────────────────────────────────────────────
-- The roles of the first versions stay as they are; what they said of a second factor was a word that nothing obeyed.

-- An owner who is no superuser is held by row-level security as well.
alter table templates no force row level security;

insert into templates (name, version, description, note, definition)
select t.name, t.version + 1, 'Payment companies: strict defaults, second factor for everybody.',
  'Roles for compliance and developers, limits of access keys, sample accounts, and a second factor that is asked for.',
  jsonb_build_object(
    'roles', t.definition -> 'roles' || '[
      {
        "key": "compliance",
        "name": "Compliance",
        "description": "Looks into payments, people and the audit log; changes nothing but documents",
        "permissions": ["accounts:read", "payment_intents:read", "customers:read_personal_data", "refunds:read", "documents:read",
          "documents:write", "audit_logs:read", "api_keys:read", "webhooks:read", "members:read", "roles:read", "settings:read"]
      },
      {
        "key": "developer",
        "name": "Developer",
        "description": "Connects systems: webhook endpoints, and what the API was asked",
        "permissions": ["accounts:read", "payment_intents:read", "refunds:read", "api_keys:read", "webhooks:read", "webhooks:write",
          "roles:read", "members:read", "settings:read"]
      }
    ]'::jsonb,
    'settings', '{
      "default_currency": "EUR",
      "time_zone": "UTC",
      "mandatory_second_factor": true,
      "longest_key_lifetime_days": 365,
      "unused_key_days": 90,
      "refund_approval_thresholds": [{"currency": "EUR", "amount": 100000}, {"currency": "GBP", "amount": 100000}, {"currency": "USD", "amount": 100000}],
      "mask_personal_data_in_webhooks": true,
      "audit_retention_months": 84
    }'::jsonb,
    'accounts', '[
      {"name": "Merchants Europe", "display_name": "Europe", "currency": "EUR", "children": [
        {"name": "Cards Europe", "display_name": "Cards", "currency": "EUR", "country": "DE"},
        {"name": "Bank transfers Europe", "display_name": "Bank transfers", "currency": "EUR", "country": "NL"}
      ]},
      {"name": "Merchants United Kingdom", "display_name": "United Kingdom", "currency": "GBP", "country": "GB"},
      {"name": "Merchants United States", "display_name": "United States", "currency": "USD", "country": "US"}
    ]'::jsonb)
from templates t where t.name = 'Fintech' and t.version = 1;

insert into templates (name, version, description, note, definition)
select t.name, t.version + 1, 'Hotel groups: regions, brands and hotels as an account tree.',
  'A role for the front desk, and sample accounts.',
  jsonb_build_object(
    'roles', t.definition -> 'roles' || '[
      {
        "key": "front_desk",
        "name": "Front desk",
        "description": "Takes payments at a hotel; sees the guests, refunds nothing",
        "permissions": ["accounts:read", "payment_intents:read", "payment_intents:write", "customers:read_personal_data", "refunds:read",
          "documents:read", "documents:write"]
      }
    ]'::jsonb,
    'settings', '{"default_currency": "EUR", "time_zone": "UTC"}'::jsonb,
    'accounts', '[
      {"name": "Iberia", "currency": "EUR", "children": [
        {"name": "Costa Collection", "currency": "EUR", "children": [
          {"name": "Costa Collection Lisboa", "display_name": "Lisboa", "currency": "EUR", "country": "PT"},
          {"name": "Costa Collection Sevilla", "display_name": "Sevilla", "currency": "EUR", "country": "ES"}
        ]},
        {"name": "City Rooms", "currency": "EUR", "children": [
          {"name": "City Rooms Madrid", "display_name": "Madrid", "currency": "EUR", "country": "ES"}
        ]}
      ]},
      {"name": "Nordics", "currency": "SEK", "children": [
        {"name": "Harbour Houses", "currency": "SEK", "children": [
          {"name": "Harbour House Stockholm", "display_name": "Stockholm", "currency": "SEK", "country": "SE"},
          {"name": "Harbour House Bergen", "display_name": "Bergen", "currency": "NOK", "country": "NO"}
        ]}
      ]}
    ]'::jsonb)
from templates t where t.name = 'Hospitality' and t.version = 1;

alter table templates force row level security;
