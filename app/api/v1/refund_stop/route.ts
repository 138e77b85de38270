import { refundStopOperations } from "@/lib/http/operations/refund-stops";
import { otherMethods, route } from "@/lib/http/route";
import { createRefundStop } from "@/lib/refund-stops/commands";

export const POST = route(refundStopOperations.create, createRefundStop);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
