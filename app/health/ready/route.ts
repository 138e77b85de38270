import { databaseIsReady } from "@/lib/tenant-db";

export const dynamic = "force-dynamic";

/** Ready: both roles reach the database. 503 tells a load balancer to send requests elsewhere. */
export async function GET() {
  const ready = await databaseIsReady();
  return Response.json({ status: ready ? "ready" : "unavailable" }, { status: ready ? 200 : 503 });
}
