import { getAccountReach } from "@/lib/access/account-reach";
import { accessOperations } from "@/lib/http/operations/access";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(accessOperations.reach, getAccountReach);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
