import { readiness } from "@/lib/http/ready";

export const dynamic = "force-dynamic";

/** Says whether the database is reached. */
export const GET = readiness;
