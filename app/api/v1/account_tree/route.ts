import { getAccountTree } from "@/lib/accounts/queries";
import { accountOperations } from "@/lib/http/operations/accounts";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(accountOperations.tree, getAccountTree);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
