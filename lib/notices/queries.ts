import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import type { NoticeKind } from "../notice-kinds";
import { type ListSource, listPage, type ReadClient, type ReadPart, sql, tenantRead } from "../tenant-db";
import {
  type NewestNotices,
  type Notice,
  type NoticeDetails,
  noticeList,
  noticeSentence,
  type UnreadNotices,
} from "./schema";

/** Nobody reads a higher number than this off a bell. */
const MAX_UNREAD = 100;
const NEWEST = 8;

type StoredNotice = Omit<Notice, "message"> & { details: NoticeDetails };

/** The person whose own notices and marks count; null for a key, a guest, and whoever looks as somebody else. */
export function personOf(actor: TenantActor): string | null {
  return actor.kind === "member" && !actor.view && !actor.visit ? actor.userId : null;
}

/** What the actor has not read: no reader has put it away, and this one neither marked it nor switched its kind off. */
export const unread = (actor: TenantActor) => sql`(x.read_at is null and not exists (select 1 from notice_marks k
  where k.tenant_id = x.tenant_id and k.user_id = ${personOf(actor)}::uuid and k.notice_id = x.id)
  and not exists (select 1 from notice_choices c where c.user_id = ${personOf(actor)}::uuid and c.kind = x.kind and not c.in_app))`;

const columns = (actor: TenantActor) => sql`
  x.id, x.kind, x.audience, jsonb_build_object('table', x.subject_table, 'id', x.subject_id) as subject, x.details,
  x.read_at, ${unread(actor)} as is_unread, x.created_at`;

/** Notices for the actor: for a permission that it holds, about accounts within its reach, or for that person alone. */
export const forActor = (actor: TenantActor) => sql`(x.recipient_id = ${personOf(actor)}::uuid
  or (x.audience = any (${[...actor.permissions]}::text[])
    and (${actor.accountIds}::uuid[] is null or x.account_id = any (${actor.accountIds}::uuid[]))))`;

/** One page of the notices that are for the actor. */
export async function listNotices(actor: TenantActor, query: ListQuery<typeof noticeList>): Promise<Page<Notice>> {
  const source: ListSource = {
    definition: noticeList,
    table: "notices",
    columns: columns(actor),
    // The condition below names the accounts: what is for one person has none.
    accountColumn: null,
    where: forActor(actor),
    conditions: {
      read: (value) =>
        value.kind === "boolean" ? (value.value ? sql`x.read_at is not null` : sql`x.read_at is null`) : null,
      unread: (value) => (value.kind === "boolean" ? (value.value ? unread(actor) : sql`not ${unread(actor)}`) : null),
    },
  };
  const page = await tenantRead(actor, null, (db) => listPage<StoredNotice>(db, actor, source, query));
  return { ...page, items: page.items.map(written) };
}

/** The newest notices of a kind that are for the actor and that nobody has put away, at most five: for a banner. */
export async function listUnreadNotices(actor: TenantActor, kind: NoticeKind): Promise<Notice[]> {
  const rows = await tenantRead(actor, null, (db) =>
    db.rows<StoredNotice>(
      sql`select ${columns(actor)} from notices x where x.tenant_id = ${actor.tenantId}::uuid and x.read_at is null
          and x.kind = ${kind} and ${forActor(actor)} order by x.id desc limit 5`,
      "notices_unread",
    ),
  );
  return rows.map(written);
}

/** How many notices the actor has not read. */
export async function countUnreadNotices(actor: TenantActor): Promise<UnreadNotices> {
  return { unread: await tenantRead(actor, null, (db) => readUnread(db, actor)) };
}

/** The newest notices for the bell, read ones too, and how many are unread. */
export async function listNewestNotices(actor: TenantActor): Promise<NewestNotices> {
  return tenantRead(actor, null, async (db) => {
    const rows = await db.rows<StoredNotice>(
      sql`select ${columns(actor)} from notices x where x.tenant_id = ${actor.tenantId}::uuid and ${forActor(actor)}
          order by x.id desc limit ${NEWEST}`,
      "notices_newest",
    );
    return { notices: rows.map(written), unread: await readUnread(db, actor) };
  });
}

/** The same number beside others. */
export function unreadNoticesPart(actor: TenantActor): ReadPart<number> {
  return { permission: null, query: countSql(actor) };
}

/** The number of unread notices inside a running unit of work. */
export async function readUnread(db: ReadClient, actor: TenantActor): Promise<number> {
  const [row] = await db.rows<{ count: number }>(countSql(actor), "notices_count_unread");
  return row?.count ?? 0;
}

const countSql = (actor: TenantActor) => sql`
  select count(*)::int as count from (select 1 from notices x where x.tenant_id = ${actor.tenantId}::uuid
    and ${forActor(actor)} and ${unread(actor)} limit ${MAX_UNREAD}) counted`;

/** The stored notice inside a running unit of work. @throws AppError `not_found` also for one that is for others */
export async function readNotice(db: ReadClient, actor: TenantActor, id: string): Promise<Notice> {
  const [row] = await db.rows<StoredNotice>(
    sql`select ${columns(actor)} from notices x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid
        and ${forActor(actor)}`,
    "notices_by_id",
  );
  if (!row) throw new AppError("not_found", "Notice not found");
  return written(row);
}

function written({ details, ...notice }: StoredNotice): Notice {
  return { ...notice, message: noticeSentence(notice.kind, details) };
}
