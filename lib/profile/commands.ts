import type { PersonActor } from "../actor";
import { personRead, personWrite, sql, type WriteClient } from "../tenant-db";
import { type CopiedPicture, copyPicture } from "./picture";
import { readProfile } from "./queries";
import type { Profile, UpdateProfileInput } from "./schema";

/**
 * Changes the given parts of the person's own profile. A new name is in the log from the next change on; a new address
 * of a picture is asked for that once.
 * @throws AppError `validation_error` that names `avatar_url`, where there is no picture
 */
export async function updateProfile(actor: PersonActor, input: UpdateProfileInput): Promise<Profile> {
  const { full_name: fullName, avatar_url: avatarUrl, time_zone: timeZone, date_format: dateFormat, clock } = input;
  const { keyboard_shortcuts: keyboardShortcuts, locale } = input;
  // Before the transaction, which must not wait for somebody else's server.
  const isNew = Boolean(avatarUrl) && (await storedAvatarUrl(actor)) !== avatarUrl;
  const picture = avatarUrl && isNew ? await copyPicture(avatarUrl) : null;
  return personWrite(actor, "profile.update", async (db) => {
    if (picture) await keepPicture(db, actor, picture);
    if (avatarUrl === null) await db.userPicture.deleteMany({ where: { userId: actor.userId } });
    await db.user.updateMany({
      where: { id: actor.userId },
      data: { fullName, avatarUrl, timeZone, dateFormat, clock, keyboardShortcuts, locale },
    });
    return readProfile(db, actor);
  });
}

async function storedAvatarUrl(actor: PersonActor): Promise<string | null> {
  return personRead(actor, async (db) => (await readProfile(db, actor)).avatar_url);
}

async function keepPicture(db: WriteClient, { userId }: PersonActor, picture: CopiedPicture): Promise<void> {
  const { contentType, contentHash, bytes } = picture;
  await db.rows(
    sql`insert into user_pictures (user_id, content_type, content_hash, bytes)
        values (${userId}::uuid, ${contentType}, ${contentHash}, ${bytes})
        on conflict (user_id) do update set content_type = excluded.content_type, content_hash = excluded.content_hash,
          bytes = excluded.bytes`,
  );
}
