import type { MemberActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import { sql, tenantWrite, type WriteClient } from "../tenant-db";
import { forActor, personOf, readNotice, readUnread, unread } from "./queries";
import type { Notice, UnreadNotices } from "./schema";

/** Puts a notice away, for all whom it is for. Doing so twice is no error. @throws AppError `not_found` */
export async function markNoticeRead(actor: TenantActor, input: { id: string }): Promise<Notice> {
  return tenantWrite(actor, null, "notices.read", async (db) => {
    await readNotice(db, actor, input.id);
    await db.notice.updateMany({
      where: { id: input.id, readAt: null },
      data: { readAt: new Date(), readBy: actor.kind === "member" ? actor.userId : null },
    });
    return readNotice(db, actor, input.id);
  });
}

/** Marks a notice as read for the person who asks; for others it stays as it is. @throws AppError `not_found` */
export async function markNoticeSeen(actor: MemberActor, input: { id: string }): Promise<Notice> {
  return tenantWrite(actor, null, "notices.see", async (db) => {
    requirePerson(actor);
    await readNotice(db, actor, input.id);
    await mark(db, actor, input.id);
    return readNotice(db, actor, input.id);
  });
}

/** The same for all that there is. */
export async function markAllNoticesSeen(actor: MemberActor): Promise<UnreadNotices> {
  return tenantWrite(actor, null, "notices.see_all", async (db) => {
    requirePerson(actor);
    await mark(db, actor, null);
    return { unread: await readUnread(db, actor) };
  });
}

async function mark(db: WriteClient, actor: MemberActor, id: string | null): Promise<void> {
  await db.rows(
    sql`insert into notice_marks (tenant_id, notice_id) select x.tenant_id, x.id from notices x
        where x.tenant_id = ${actor.tenantId}::uuid and (${id}::uuid is null or x.id = ${id}::uuid)
          and ${forActor(actor)} and ${unread(actor)} on conflict do nothing`,
    "notices_mark",
  );
}

function requirePerson(actor: MemberActor): void {
  if (!personOf(actor)) throw new AppError("forbidden", "Only members have notices of their own");
}
