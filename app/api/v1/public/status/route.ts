import { publicOperations } from "@/lib/http/operations/public";
import { otherMethods, route } from "@/lib/http/route";
import { VERSION } from "@/lib/version";

export const GET = route(publicOperations.status, () => ({ status: "ok" as const, version: VERSION }));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
