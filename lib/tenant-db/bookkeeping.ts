import { bookkeepingPool } from "./pools";

// What the web server notes about requests, besides the tenants' own work. Each calls one narrow SECURITY DEFINER function.

async function call<T extends object>(text: string, values: readonly unknown[]): Promise<T[]> {
  const { rows } = await bookkeepingPool().query<T>(text, [...values]);
  return rows;
}

/** One request of a tenant's key or person to the API. */
export interface RequestLogEntry {
  tenant_id: string;
  created_at: string;
  api_key_id: string | null;
  user_id: string | null;
  method: string;
  /** Template of the address. */
  path: string;
  /** Names of the query parameters. */
  parameters: readonly string[];
  status: number;
  error_code: string | null;
  duration_ms: number;
  request_id: string;
  is_replay: boolean;
  ip_address: string | null;
  user_agent: string | null;
}

/** Writes a batch of the request log, of several tenants. @throws Error when the database stays out of reach */
export async function writeRequestLogs(entries: readonly RequestLogEntry[]): Promise<void> {
  await call("select app.write_request_logs($1::jsonb)", [JSON.stringify(entries)]);
}

/** A rate limit's window as all processes know it. `expire` is in milliseconds since 1970. */
export interface CountedWindow {
  points: number;
  expire: string;
}

/** Adds requests to a key's window. @throws Error when the database stays out of reach */
export async function countRequests(
  key: string,
  points: number,
  windowEndMs: number,
  nowMs: number,
): Promise<CountedWindow[]> {
  return call("select points, expire from app.count_requests($1, $2, $3, $4)", [key, points, windowEndMs, nowMs]);
}

/** Deletes what has outlived its time: idempotency keys, request logs, old sessions, windows of limits, and what sign-in left behind. */
export async function purgeBookkeeping(requestLogDays: number): Promise<void> {
  const inBatches = async (text: string, values: readonly unknown[]) => {
    for (;;) {
      const [row] = await call<{ gone: number }>(text, values);
      if (!row?.gone) return;
    }
  };
  await inBatches("select app.purge_idempotency_keys() as gone", []);
  await inBatches("select app.purge_request_logs($1) as gone", [requestLogDays]);
  await inBatches("select app.purge_sessions() as gone", []);
  await call("select app.purge_rate_limits()", []);
  await call("select app.purge_guesses()", []);
}
