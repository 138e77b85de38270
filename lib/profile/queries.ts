import type { PersonActor } from "../actor";
import { AppError } from "../errors";
import type { StoredBytes } from "../stored-bytes";
import { personRead, type ReadClient, sql } from "../tenant-db";
import type { Profile, SignInWays } from "./schema";

/** The person's own profile. */
export async function getProfile(actor: PersonActor): Promise<Profile> {
  return personRead(actor, (db) => readProfile(db, actor));
}

/** By which ways the person signs in. */
export async function getSignInWays(actor: PersonActor): Promise<SignInWays> {
  const [row] = await personRead(actor, (db) =>
    db.rows<SignInWays>(
      sql`select u.email, s.password_changed_at, s.has_google, u.last_login
          from users u, app.own_sign_in() s where u.id = ${actor.userId}::uuid`,
      "own_sign_in",
    ),
  );
  if (!row) throw new AppError("not_found");
  return row;
}

/**
 * The person's own picture, or a colleague's of any tenant that both are in.
 * @throws AppError `not_found` where there is none, or whose it is is not the person's business
 */
export async function getPicture(actor: PersonActor, input: { user_id: string }): Promise<StoredBytes> {
  const [row] = await personRead(actor, (db) =>
    db.rows<{ content_type: string; content_hash: string; bytes: string }>(
      sql`select content_type, content_hash, bytes from app.picture_of(${input.user_id}::uuid)`,
      "picture_of",
    ),
  );
  if (!row) throw new AppError("not_found", "Picture not found");
  const bytes = Buffer.from(row.bytes, "base64");
  return {
    fileName: `picture.${row.content_type.replace("image/", "")}`,
    contentType: row.content_type,
    sizeBytes: bytes.length,
    sha256: row.content_hash,
    open: async (range) => new Blob([range ? bytes.subarray(range.start, range.end + 1) : bytes]).stream(),
  };
}

/** The stored profile inside a running unit of work. */
export async function readProfile(db: ReadClient, actor: PersonActor): Promise<Profile> {
  const [row] = await db.rows<Profile>(
    sql`select u.id, u.email, u.full_name, u.avatar_url, u.time_zone, u.date_format, u.clock, u.keyboard_shortcuts,
          u.locale, u.last_login, u.created_at, u.updated_at
        from users u where u.id = ${actor.userId}::uuid`,
    "own_profile",
  );
  if (!row) throw new AppError("not_found");
  return row;
}
