import { isDisturbance, type SqlClient } from "./sql-client";

/**
 * Makes each attempt with the rights of whoever calls, and undoes it at once by an error of its own. Lives for the
 * session that tries; running in the database, it saves two round trips an attempt. A statement that is cancelled
 * (57014) ends the function: PostgreSQL lets no handler of `others` see it.
 */
const FUNCTION = `
  create or replace function pg_temp.probe_attempts(reads boolean[], attempts text[])
  returns table (ordinal int, count int, state text, message text) language plpgsql as $$
  begin
    for i in 1 .. cardinality(attempts) loop
      ordinal := i; count := null; state := null; message := null;
      begin
        if reads[i] then
          execute attempts[i] into count;
        else
          execute attempts[i];
          get diagnostics count = row_count;
        end if;
        raise exception using errcode = 'UNDO0';
      exception when others then
        if sqlstate <> 'UNDO0' then
          count := null; state := sqlstate; message := sqlerrm;
        end if;
      end;
      return next;
    end loop;
  end $$;
  grant execute on function pg_temp.probe_attempts to public`;

/** Must be called before attempts are made, as a role that may make temporary objects. */
export async function prepareAttempts(db: SqlClient): Promise<void> {
  await db.query(FUNCTION);
}

/** What PostgreSQL answered to one attempt: rows that were seen or changed, or an error. */
export interface Answer {
  count: number | null;
  state: string | null;
  message: string | null;
}

/**
 * Makes attempts as whoever the connection is now, each undone at once, all in one round trip.
 * @returns an answer each, in their order
 * @throws Error as the database gives it where a lock or time ran out
 */
export async function makeAttempts(
  db: SqlClient,
  attempts: readonly { sql: string; isRead: boolean }[],
): Promise<Answer[]> {
  const { rows } = await db.query<Answer>(
    "select count, state, message from pg_temp.probe_attempts($1, $2) order by ordinal",
    [attempts.map(({ isRead }) => isRead), attempts.map(({ sql }) => sql)],
  );
  for (const { state, message } of rows) {
    const error = Object.assign(new Error(message ?? ""), { code: state });
    if (isDisturbance(error)) throw error;
  }
  return rows;
}
