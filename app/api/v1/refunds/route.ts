import { refundOperations } from "@/lib/http/operations/refunds";
import { otherMethods, route } from "@/lib/http/route";
import { listRefunds } from "@/lib/refunds/queries";

export const GET = route(refundOperations.list, listRefunds);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
