"use server";

import { tenantAction } from "@/lib/http/action";
import { agreeToVisit, declineVisit, endVisitOfTenant } from "@/lib/visits/commands";
import { visitId } from "@/lib/visits/schema";

export const agreeToVisitAction = tenantAction(visitId, agreeToVisit);
export const declineVisitAction = tenantAction(visitId, declineVisit);
export const endVisitOfTenantAction = tenantAction(visitId, endVisitOfTenant);
