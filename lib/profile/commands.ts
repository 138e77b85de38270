import type { PersonActor } from "../actor";
import { personWrite } from "../tenant-db";
import { readProfile } from "./queries";
import type { Profile, UpdateProfileInput } from "./schema";

/** Changes the given parts of the person's own profile. Its new name is in the log from the next change on. */
export async function updateProfile(actor: PersonActor, input: UpdateProfileInput): Promise<Profile> {
  const { full_name: fullName, time_zone: timeZone, date_format: dateFormat, clock } = input;
  return personWrite(actor, "profile.update", async (db) => {
    await db.user.updateMany({
      where: { id: actor.userId },
      data: { fullName, timeZone, dateFormat, clock },
    });
    return readProfile(db, actor);
  });
}
