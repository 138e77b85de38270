import { noticeOperations } from "@/lib/http/operations/notices";
import { otherMethods, route } from "@/lib/http/route";
import { listNotices } from "@/lib/notices/queries";

export const GET = route(noticeOperations.list, listNotices);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
