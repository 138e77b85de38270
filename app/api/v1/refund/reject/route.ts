import { refundOperations } from "@/lib/http/operations/refunds";
import { otherMethods, route } from "@/lib/http/route";
import { rejectRefund } from "@/lib/refunds/approvals";

export const POST = route(refundOperations.reject, rejectRefund);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
