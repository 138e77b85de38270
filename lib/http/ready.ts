import { databaseIsReady } from "../tenant-db";

// The server's end and the route are bundled apart from each other and share nothing but the process.
const state = globalThis as typeof globalThis & { bulkheadIsDraining?: boolean };

/** From now on this process is not ready: it is about to end. */
export function beginDraining(): void {
  state.bulkheadIsDraining = true;
}

/**
 * 200 while both roles reach the database; 503 tells a load balancer to send requests elsewhere, because the database is
 * out of reach or this process is about to end.
 */
export async function readiness(): Promise<Response> {
  if (state.bulkheadIsDraining) return Response.json({ status: "draining" }, { status: 503 });
  const ready = await databaseIsReady();
  return Response.json({ status: ready ? "ready" : "unavailable" }, { status: ready ? 200 : 503 });
}
