import type { TenantActor } from "../actor";
import { tenantWrite } from "../tenant-db";
import { readNotice } from "./queries";
import type { Notice } from "./schema";

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
