import { restoreAccount } from "@/lib/accounts/commands";
import { accountOperations } from "@/lib/http/operations/accounts";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(accountOperations.restore, restoreAccount);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
