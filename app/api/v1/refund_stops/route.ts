import { refundStopOperations } from "@/lib/http/operations/refund-stops";
import { otherMethods, route } from "@/lib/http/route";
import { listRefundStops } from "@/lib/refund-stops/queries";

export const GET = route(refundStopOperations.list, listRefundStops);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
