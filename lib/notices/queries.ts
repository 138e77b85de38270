import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type Notice, type NoticeDetails, type NoticeKind, noticeList, noticeSentence } from "./schema";

const COLUMNS = sql`
  x.id, x.kind, x.audience, jsonb_build_object('table', x.subject_table, 'id', x.subject_id) as subject, x.details,
  x.read_at, x.created_at`;

type StoredNotice = Omit<Notice, "message"> & { details: NoticeDetails };

/** One page of the notices that are for the actor: those whose permission it holds, about accounts within its reach. */
export async function listNotices(actor: TenantActor, query: ListQuery<typeof noticeList>): Promise<Page<Notice>> {
  const source: ListSource = {
    definition: noticeList,
    table: "notices",
    columns: COLUMNS,
    accountColumn: "account_id",
    where: sql`x.audience = any (${[...actor.permissions]}::text[])`,
    conditions: {
      read: (value) =>
        value.kind === "boolean" ? (value.value ? sql`x.read_at is not null` : sql`x.read_at is null`) : null,
    },
  };
  const page = await tenantRead(actor, null, (db) => listPage<StoredNotice>(db, actor, source, query));
  return { ...page, items: page.items.map(written) };
}

/** The newest notices of a kind that are for the actor and that nobody has put away, at most five: for a banner. */
export async function listUnreadNotices(actor: TenantActor, kind: NoticeKind): Promise<Notice[]> {
  const rows = await tenantRead(actor, null, (db) =>
    db.rows<StoredNotice>(
      sql`select ${COLUMNS} from notices x where x.tenant_id = ${actor.tenantId}::uuid and x.read_at is null
          and x.kind = ${kind} and x.audience = any (${[...actor.permissions]}::text[])
          and (${actor.accountIds}::uuid[] is null or x.account_id = any (${actor.accountIds}::uuid[]))
          order by x.id desc limit 5`,
      "notices_unread",
    ),
  );
  return rows.map(written);
}

/** The stored notice inside a running unit of work. @throws AppError `not_found` also for one that is for others */
export async function readNotice(db: ReadClient, actor: TenantActor, id: string): Promise<Notice> {
  const [row] = await db.rows<StoredNotice>(
    sql`select ${COLUMNS} from notices x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid
        and x.audience = any (${[...actor.permissions]}::text[])`,
    "notices_by_id",
  );
  if (!row) throw new AppError("not_found", "Notice not found");
  return written(row);
}

function written({ details, ...notice }: StoredNotice): Notice {
  return { ...notice, message: noticeSentence(notice.kind, details) };
}
