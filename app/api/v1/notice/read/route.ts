import { noticeOperations } from "@/lib/http/operations/notices";
import { otherMethods, route } from "@/lib/http/route";
import { markNoticeRead } from "@/lib/notices/commands";

export const POST = route(noticeOperations.read, markNoticeRead);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
