import { refundOperations } from "@/lib/http/operations/refunds";
import { otherMethods, route } from "@/lib/http/route";
import { createRefund } from "@/lib/refunds/commands";
import { getRefund } from "@/lib/refunds/queries";

export const GET = route(refundOperations.get, getRefund);
export const POST = route(refundOperations.create, createRefund);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
