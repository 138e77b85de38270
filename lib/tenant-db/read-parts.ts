import type { TenantActor } from "../actor";
import type { Permission } from "../permissions";
import { join, type ReadClient, raw, type Sql, sql } from "./client";
import { requirePermission } from "./door";

/** One of several values that are read in one statement. */
export interface ReadPart<T> {
  /** What the actor needs for it; `null` only for what every member may read. */
  permission: Permission | null;
  /** One row of one column. */
  query: Sql;
  /** Never there: what the column is. */
  value?: T;
}

type Parts = Readonly<Record<string, ReadPart<unknown> | undefined>>;

export type PartValues<P extends Parts> = { [K in keyof P]: P[K] extends ReadPart<infer T> | undefined ? T : never };

/** @throws AppError `forbidden` for the first part whose permission the actor lacks */
export function requireParts(actor: TenantActor, parts: Parts): void {
  for (const part of Object.values(parts)) if (part?.permission) requirePermission(actor, part.permission);
}

/**
 * The parts' values inside a running unit of work.
 * @param name of the statement; the names of the parts, which stand in the code, are added
 */
export async function readParts<P extends Parts>(db: ReadClient, name: string, parts: P): Promise<PartValues<P>> {
  const given = Object.entries(parts).flatMap(([key, part]) => (part ? [[key, part.query] as const] : []));
  const columns = given.map(([key, query]) => sql`(${query}) as ${raw(`"${key}"`)}`);
  const [row] = await db.rows<PartValues<P>>(
    sql`select ${join(columns)}`,
    [name, ...given.map(([key]) => key)].join("_"),
  );
  if (!row) throw new Error(`${name} gave no row`);
  return row;
}
