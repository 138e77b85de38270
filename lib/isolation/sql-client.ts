/** What the proofs need of a database connection; a client of `pg` is one. */
export interface SqlClient {
  // biome-ignore lint/suspicious/noExplicitAny: rows have the shape of the statement, which only the caller knows
  query<R extends object = any>(text: string, values?: unknown[]): Promise<{ rows: R[]; rowCount: number | null }>;
}

/** SQLSTATE of a database error, or null for anything else. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

const DISTURBANCES = ["55P03", "57014", "40P01"];

/** True for a fault that says nothing about isolation, only that somebody else was in the way: locks and time. */
export function isDisturbance(error: unknown): boolean {
  return DISTURBANCES.includes(sqlStateOf(error) ?? "");
}

/** Runs work and undoes it, whether it succeeds or fails. Must be called within a transaction. */
export async function undone<T>(db: SqlClient, savepoint: string, work: () => Promise<T>): Promise<T> {
  await db.query(`savepoint ${savepoint}`);
  try {
    return await work();
  } finally {
    await db.query(`rollback to savepoint ${savepoint}; release savepoint ${savepoint}`);
  }
}
