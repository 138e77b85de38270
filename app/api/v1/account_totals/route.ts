import { accountOperations } from "@/lib/http/operations/accounts";
import { otherMethods, route } from "@/lib/http/route";
import { getAccountTotals } from "@/lib/payment-intents/account-totals";

export const GET = route(accountOperations.totals, getAccountTotals);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
