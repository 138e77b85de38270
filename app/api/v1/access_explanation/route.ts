import { explainAccess } from "@/lib/access/queries";
import { accessOperations } from "@/lib/http/operations/access";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(accessOperations.explain, explainAccess);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
