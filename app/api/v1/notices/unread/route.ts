import { noticeOperations } from "@/lib/http/operations/notices";
import { otherMethods, route } from "@/lib/http/route";
import { countUnreadNotices } from "@/lib/notices/queries";

export const GET = route(noticeOperations.unread, countUnreadNotices);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
