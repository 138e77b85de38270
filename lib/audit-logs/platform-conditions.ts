import type { FilterValue } from "../list-query";
import { type ListSource, sql } from "../tenant-db";
import { AUDITED_TABLES, PLATFORM_AUDITED_TABLES } from "./names";

type Sql = NonNullable<ListSource["where"]>;

/**
 * The log's indexes begin with tenant_id. Named as a list, all tenants and the platform's own data make them serve a
 * filter across tenants: for what is rare the database looks once into each tenant, for what is common it follows time.
 */
const ANY_TENANT = sql`x.tenant_id = any (array(select t.id from tenants t) || '00000000-0000-0000-0000-000000000000'::uuid)`;

const TABLES: readonly string[] = [...AUDITED_TABLES, ...PLATFORM_AUDITED_TABLES];

function among(column: Sql, value: FilterValue): Sql | null {
  if (value.kind === "text") return sql`${ANY_TENANT} and ${column} = ${value.text}`;
  if (value.kind === "enum") return sql`${ANY_TENANT} and ${column} = any (${value.values}::text[])`;
  return value.kind === "uuid" ? sql`${ANY_TENANT} and ${column} = any (${value.values}::uuid[])` : null;
}

/** SQL of the filters across tenants. Constants stand in the text where a partial index asks for them. */
export const PLATFORM_CONDITIONS: NonNullable<ListSource["conditions"]> = {
  actor_kind: (value) =>
    value.kind === "enum" && value.values.length === 1 && value.values[0] === "platform_admin"
      ? sql`x.actor_kind = 'platform_admin'`
      : among(sql`x.actor_kind`, value),
  reason: (value) =>
    value.kind === "boolean" ? (value.value ? sql`x.reason is not null` : sql`x.reason is null`) : null,
  user: (value) => among(sql`x.user_id`, value),
  api_key: (value) => among(sql`x.api_key_id`, value),
  action: (value) => among(sql`x.action`, value),
  table: (value) => among(sql`x.table_name`, value),
  record: (value) => {
    const found = among(sql`x.record_id`, value);
    // The index has the table before the record.
    return found && sql`x.table_name = any (${TABLES}::text[]) and ${found}`;
  },
};
