import type { MemberActor, PersonActor } from "../actor";
import { personRead, type ReadPart, sql } from "../tenant-db";
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

/** The same for whoever is at work in a tenant. */
export function listPreferencesPart(actor: MemberActor): ReadPart<ListPreference[]> {
  return {
    permission: null,
    query: sql`select coalesce(jsonb_agg(jsonb_build_object('list', p.list, 'columns', p.columns, 'widths', p.widths,
        'density', p.density) order by p.list collate "C"), '[]') from list_preferences p where p.user_id = ${actor.userId}::uuid`,
  };
}
