"use server";

import { adminAction } from "@/lib/http/action";
import { agreeWriting, askWriting, beginVisit, endVisit, startVisit } from "@/lib/visits/commands";
import { startVisitInput, visitId, visitReasonInput } from "@/lib/visits/schema";

export const startVisitAction = adminAction(startVisitInput, startVisit);
export const beginVisitAction = adminAction(visitId, beginVisit);
export const endVisitAction = adminAction(visitReasonInput, endVisit);
export const askWritingAction = adminAction(visitReasonInput, askWriting);
export const agreeWritingAction = adminAction(visitReasonInput, agreeWriting);
