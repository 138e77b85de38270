import { noticeOperations } from "@/lib/http/operations/notices";
import { otherMethods, route } from "@/lib/http/route";
import { markAllNoticesSeen } from "@/lib/notices/commands";

export const POST = route(noticeOperations.seeAll, markAllNoticesSeen);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
