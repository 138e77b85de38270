import { restoreAccounts } from "@/lib/accounts/bulk";
import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(bulkOperations.restoreAccounts, restoreAccounts);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
