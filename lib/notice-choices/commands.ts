import type { PersonActor } from "../actor";
import { personWrite, sql } from "../tenant-db";
import { readNoticeChoices } from "./queries";
import type { NoticeChoice, SaveNoticeChoiceInput } from "./schema";

/** Keeps how the person wants to hear of one kind of notice. Returns all choices. */
export async function saveNoticeChoice(
  actor: PersonActor,
  input: SaveNoticeChoiceInput,
): Promise<{ items: NoticeChoice[] }> {
  const items = await personWrite(
    actor,
    "notice_choices.save",
    async (db) => {
      await db.rows(
        sql`insert into notice_choices (user_id, kind, in_app, mail)
            values (${actor.userId}::uuid, ${input.kind}, ${input.in_app}, ${input.mail})
            on conflict (user_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail`,
        "save_notice_choice",
      );
      return readNoticeChoices(db, actor);
    },
    { idempotent: true },
  );
  return { items };
}
