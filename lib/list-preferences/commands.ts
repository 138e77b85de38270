import type { PersonActor } from "../actor";
import { fieldError } from "../errors";
import { personWrite, sql } from "../tenant-db";
import type { ListPreference, SaveListPreferenceInput } from "./schema";

/** More lists than there are: a bound for those who make names up. */
const MAX_LISTS = 100;

/**
 * Keeps how the person has set up the table of one list, in the place of what was kept before.
 * @throws AppError `validation_error` beyond a hundred lists
 */
export async function saveListPreference(actor: PersonActor, input: SaveListPreferenceInput): Promise<ListPreference> {
  return personWrite(
    actor,
    "list_preferences.save",
    async (db) => {
      const [saved] = await db.rows<ListPreference>(
        sql`insert into list_preferences as p (user_id, list, columns, widths, density)
            select ${actor.userId}::uuid, ${input.list}, ${input.columns}::text[], ${JSON.stringify(input.widths)}::jsonb,
              ${input.density}
            where (select count(*) from list_preferences c
                   where c.user_id = ${actor.userId}::uuid and c.list <> ${input.list}) < ${MAX_LISTS}
            on conflict (user_id, list) do update set columns = excluded.columns, widths = excluded.widths,
              density = excluded.density
            returning p.list, p.columns, p.widths, p.density`,
        "save_list_preference",
      );
      if (!saved) throw fieldError("list", `Preferences are kept for at most ${MAX_LISTS} lists`);
      return saved;
    },
    { idempotent: true },
  );
}
