import { empty, type ReadClient, raw, sql } from "./client";
import type { ListSource } from "./list-conditions";

/**
 * Rows as a list or detail answers them, made of copies of table rows (`to_jsonb`) that were kept at some moment: what
 * the record was then, not what it is now.
 * @returns one row for each snapshot, in their order
 */
export async function rowsOfSnapshots<T>(
  db: ReadClient,
  { table, columns, joins }: Pick<ListSource, "table" | "columns" | "joins">,
  snapshots: readonly object[],
): Promise<T[]> {
  // Table names come from list sources in the code, never from a request.
  return db.rows<T>(
    sql`select ${columns} from jsonb_array_elements(${JSON.stringify(snapshots)}::jsonb) with ordinality as s (kept, place)
        cross join lateral jsonb_populate_record(null::${raw(table)}, s.kept) x ${joins ?? empty} order by s.place`,
  );
}
