import { refundOperations } from "@/lib/http/operations/refunds";
import { otherMethods, route } from "@/lib/http/route";
import { cancelRefund } from "@/lib/refunds/commands";

export const POST = route(refundOperations.cancel, cancelRefund);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
