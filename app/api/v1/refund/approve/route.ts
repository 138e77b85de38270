import { refundOperations } from "@/lib/http/operations/refunds";
import { otherMethods, route } from "@/lib/http/route";
import { approveRefund } from "@/lib/refunds/approvals";

export const POST = route(refundOperations.approve, approveRefund);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
