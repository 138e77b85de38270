import { databaseIsReady } from "../tenant-db";

/** 200 while both roles reach the database; 503 tells a load balancer to send requests elsewhere. */
export async function readiness(): Promise<Response> {
  const ready = await databaseIsReady();
  return Response.json({ status: ready ? "ready" : "unavailable" }, { status: ready ? 200 : 503 });
}
