import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { maskRecord, refusePersonalFilters } from "../personal-data";
import type { StoredBytes } from "../stored-bytes";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type Document, documentList } from "./schema";
import { documentStorage } from "./storage";

// One step in the index of versions for each row that is looked at: nothing has to be kept up to date.
const IS_LATEST = sql`not exists (select 1 from documents l where l.tenant_id = x.tenant_id and l.series_id = x.series_id
  and l.version > x.version and l.deleted_at is null)`;

const COLUMNS = sql`
  x.id, x.title, x.file_name, x.content_type, x.size_bytes, encode(x.content_hash, 'hex') as content_hash,
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as account,
  case when p.id is not null then jsonb_build_object('id', p.id, 'reference', p.reference) end as payment_intent,
  case when x.uploaded_by_name is not null then jsonb_build_object('id', x.uploaded_by, 'name', x.uploaded_by_name) end as uploaded_by,
  x.series_id, x.version, ${IS_LATEST} as is_latest, x.metadata, x.created_at, x.updated_at, x.deleted_at`;

const JOINS = sql`
  left join accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id
  left join payment_intents p on p.tenant_id = x.tenant_id and p.id = x.payment_intent_id`;

type Query = ListQuery<typeof documentList>;

/** How the list meets its table, for the views that a query asks for: the living or the deleted, the latest or all. */
export function documentSource({ filters }: Pick<Query, "filters">): ListSource {
  const isDeleted = filters.deleted?.value === true;
  const isLatestOnly = !isDeleted && !filters.series && !filters.versions?.values.includes("all");
  return {
    definition: documentList,
    table: "documents",
    columns: COLUMNS,
    joins: JOINS,
    accountColumn: "account_id",
    where: isDeleted
      ? sql`x.deleted_at is not null`
      : isLatestOnly
        ? sql`x.deleted_at is null and ${IS_LATEST}`
        : sql`x.deleted_at is null`,
    conditions: { deleted: () => null, versions: () => null },
  };
}

/** One page of documents: the latest version of each, unless the query asks for all, for one series, or the deleted. */
export async function listDocuments(actor: TenantActor, query: Query): Promise<Page<Document>> {
  refusePersonalFilters(actor, query.filters);
  const page = await tenantRead(actor, "documents:read", (db) =>
    listPage<Document>(db, actor, documentSource(query), query),
  );
  return { ...page, items: maskRecord(actor, page.items) };
}

/** One document, deleted or not. @throws AppError `not_found` also for another tenant's. */
export async function getDocument(actor: TenantActor, input: { id: string }): Promise<Document> {
  return tenantRead(actor, "documents:read", (db) => readDocument(db, actor, input.id));
}

/** The document inside a running unit of work, as the actor may see it. */
export async function readDocument(db: ReadClient, actor: TenantActor, id: string): Promise<Document> {
  return maskRecord(actor, await readStoredDocument(db, actor, id));
}

/** The same as it is stored, for commands: nothing is masked. */
export async function readStoredDocument(db: ReadClient, actor: TenantActor, id: string): Promise<Document> {
  const [row] = await db.rows<Document>(
    sql`select ${COLUMNS} from documents x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "documents_by_id",
  );
  if (!row) throw new AppError("not_found", "Document not found");
  return row;
}

const VERSIONS_LIMIT = 200;

/** The versions of one document, newest first, deleted ones too; at most 200. */
export async function listDocumentVersions(actor: TenantActor, input: { series_id: string }): Promise<Document[]> {
  const versions = await tenantRead(actor, "documents:read", (db) =>
    db.rows<Document>(
      sql`select ${COLUMNS} from documents x ${JOINS} where x.tenant_id = ${actor.tenantId}::uuid
          and x.series_id = ${input.series_id}::uuid order by x.version desc limit ${VERSIONS_LIMIT}`,
      "documents_of_series",
    ),
  );
  return maskRecord(actor, versions);
}

/**
 * The bytes of a document. Nothing is fetched before they are opened, and then outside any transaction.
 * @throws AppError `not_found` also for another tenant's; `conflict` for a deleted one
 */
export async function getDocumentContent(actor: TenantActor, input: { id: string }): Promise<StoredBytes> {
  const { document, key } = await tenantRead(actor, "documents:read", async (db) => {
    const found = await db.document.findFirst({ where: { id: input.id }, select: { storageKey: true } });
    return { document: await readDocument(db, actor, input.id), key: found?.storageKey ?? "" };
  });
  if (document.deleted_at) throw new AppError("conflict", "The document is deleted: restore it to download it");
  return {
    fileName: document.file_name,
    contentType: document.content_type,
    sizeBytes: document.size_bytes,
    sha256: document.content_hash,
    open: async (range) => (await documentStorage()).get(key, range),
  };
}
