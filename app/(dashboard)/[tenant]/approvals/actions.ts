"use server";

import { tenantAction, tenantActionOnce } from "@/lib/http/action";
import { createRefundStop, liftRefundStop } from "@/lib/refund-stops/commands";
import { createRefundStopInput, refundStopId } from "@/lib/refund-stops/schema";
import { approveRefund, rejectRefund } from "@/lib/refunds/approvals";
import { approveRefundInput, rejectRefundInput } from "@/lib/refunds/schema";

export const approveRefundAction = tenantActionOnce("approveRefund", approveRefundInput, approveRefund);
export const rejectRefundAction = tenantActionOnce("rejectRefund", rejectRefundInput, rejectRefund);
export const createRefundStopAction = tenantAction(createRefundStopInput, createRefundStop);
export const liftRefundStopAction = tenantAction(refundStopId, liftRefundStop);
