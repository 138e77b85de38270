import type { PersonActor } from "../actor";
import { NOTICE_KIND_FACTS, NOTICE_KINDS } from "../notice-kinds";
import { personRead, type ReadClient, sql } from "../tenant-db";
import type { NoticeChoice } from "./schema";

/** How the person wants to hear of each kind of notice, chosen or not. One statement. */
export async function listNoticeChoices(actor: PersonActor): Promise<{ items: NoticeChoice[] }> {
  return { items: await personRead(actor, (db) => readNoticeChoices(db, actor)) };
}

/** The same inside a running unit of work. */
export async function readNoticeChoices(db: ReadClient, actor: PersonActor): Promise<NoticeChoice[]> {
  const rows = await db.rows<{ kind: string; in_app: boolean; mail: boolean }>(
    sql`select c.kind, c.in_app, c.mail from notice_choices c where c.user_id = ${actor.userId}::uuid`,
    "own_notice_choices",
  );
  const chosen = new Map(rows.map((row) => [row.kind, row]));
  return NOTICE_KINDS.map((kind) => ({
    kind,
    in_app: chosen.get(kind)?.in_app ?? true,
    mail: chosen.get(kind)?.mail ?? true,
    has_mail: NOTICE_KIND_FACTS[kind].hasMail,
  }));
}
