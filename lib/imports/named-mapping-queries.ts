import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type NamedMapping, namedMappingList } from "./named-mapping";
import type { ImportResource } from "./schema";

/** More of them nobody finds anything in. */
export const MAX_NAMED_MAPPINGS = 100;

const columns = sql`x.id, x.resource, x.name, x.header, x.mapping,
  case when x.created_by_name is not null then jsonb_build_object('id', x.created_by, 'name', x.created_by_name) end as created_by,
  x.created_at, x.updated_at`;

/** One page of the tenant's named mappings, newest first. A restricted actor sees only the own. */
export async function listNamedMappings(
  actor: TenantActor,
  query: ListQuery<typeof namedMappingList>,
): Promise<Page<NamedMapping>> {
  const source: ListSource = {
    definition: namedMappingList,
    table: "import_mappings",
    columns,
    accountColumn: null,
    where: sql`x.deleted_at is null`,
  };
  return tenantRead(actor, "payment_intents:import", (db) => listPage<NamedMapping>(db, actor, source, query));
}

/** Those of one resource by name, for the wizard: there are no more than a menu holds. */
export async function listMappingsOf(actor: TenantActor, resource: ImportResource): Promise<NamedMapping[]> {
  return tenantRead(actor, "payment_intents:import", (db) =>
    db.rows<NamedMapping>(
      sql`select ${columns} from import_mappings x where x.tenant_id = ${actor.tenantId}::uuid and x.resource = ${resource}
          and x.deleted_at is null order by lower(x.name), x.id limit ${MAX_NAMED_MAPPINGS}`,
      "import_mappings_of_resource",
    ),
  );
}

/** One named mapping. @throws AppError `not_found` */
export async function getNamedMapping(actor: TenantActor, input: { id: string }): Promise<NamedMapping> {
  return tenantRead(actor, "payment_intents:import", (db) => readNamedMapping(db, actor, input.id));
}

/** The stored mapping, a living or a deleted one, inside a running unit of work. @throws AppError `not_found` */
export async function readNamedMapping(
  db: ReadClient,
  actor: TenantActor,
  id: string,
  isDeleted = false,
): Promise<NamedMapping> {
  const [row] = await db.rows<NamedMapping>(
    sql`select ${columns} from import_mappings x
        where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid
          and (x.deleted_at is not null) = ${isDeleted}::boolean`,
    "import_mappings_by_id",
  );
  if (!row) throw new AppError("not_found", "Mapping not found");
  return row;
}
