import { listExports } from "@/lib/exports/queries";
import { exportOperations } from "@/lib/http/operations/exports";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(exportOperations.list, listExports);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
