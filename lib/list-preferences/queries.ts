import type { PersonActor } from "../actor";
import { personRead, sql } from "../tenant-db";
import type { ListPreference } from "./schema";

/** How the person has set up the tables of the lists, by the lists' names. One statement. */
export async function listListPreferences(actor: PersonActor): Promise<{ items: ListPreference[] }> {
  const items = await personRead(actor, (db) =>
    db.rows<ListPreference>(
      sql`select p.list, p.columns, p.widths, p.density from list_preferences p
          where p.user_id = ${actor.userId}::uuid order by p.list collate "C"`,
      "own_list_preferences",
    ),
  );
  return { items };
}
