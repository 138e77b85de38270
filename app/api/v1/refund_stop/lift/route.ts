import { refundStopOperations } from "@/lib/http/operations/refund-stops";
import { otherMethods, route } from "@/lib/http/route";
import { liftRefundStop } from "@/lib/refund-stops/commands";

export const POST = route(refundStopOperations.lift, liftRefundStop);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
