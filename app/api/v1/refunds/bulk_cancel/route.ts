import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { cancelRefunds } from "@/lib/refunds/bulk";

export const POST = route(bulkOperations.cancelRefunds, cancelRefunds);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
