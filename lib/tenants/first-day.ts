import { sql } from "../tenant-db";

/** First of the last 30 days in UTC, today included, as SQL. */
export const FIRST_DAY = sql`((now() at time zone 'UTC')::date - 29)`;
