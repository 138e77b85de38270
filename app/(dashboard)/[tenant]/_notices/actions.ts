"use server";

import { tenantAction } from "@/lib/http/action";
import { markAllNoticesSeen, markNoticeSeen } from "@/lib/notices/commands";
import { noInput, noticeId } from "@/lib/notices/schema";

export const seeNoticeAction = tenantAction(noticeId, markNoticeSeen);
export const seeAllNoticesAction = tenantAction(noInput, markAllNoticesSeen);
