import { listAccounts } from "@/lib/accounts/queries";
import { accountOperations } from "@/lib/http/operations/accounts";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(accountOperations.list, listAccounts);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
