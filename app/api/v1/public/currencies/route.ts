import { CURRENCIES } from "@/lib/currencies";
import { publicOperations } from "@/lib/http/operations/public";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(publicOperations.currencies, () => ({ items: [...CURRENCIES] }));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
