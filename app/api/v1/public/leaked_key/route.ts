import { reportLeakedKey } from "@/lib/auth/leaked-key";
import { publicOperations } from "@/lib/http/operations/public";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(publicOperations.leakedKey, reportLeakedKey);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
