"use server";

import { tenantAction, tenantActionOnce } from "@/lib/http/action";
import { cancelRefund, createRefund } from "@/lib/refunds/commands";
import { createRefundInput, refundId } from "@/lib/refunds/schema";

export const createRefundAction = tenantActionOnce("createRefund", createRefundInput, createRefund);
export const cancelRefundAction = tenantAction(refundId, cancelRefund);
