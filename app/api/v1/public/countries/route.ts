import { COUNTRIES } from "@/lib/countries";
import { publicOperations } from "@/lib/http/operations/public";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(publicOperations.countries, () => ({ items: [...COUNTRIES] }));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
