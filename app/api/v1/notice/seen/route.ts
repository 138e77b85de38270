import { noticeOperations } from "@/lib/http/operations/notices";
import { otherMethods, route } from "@/lib/http/route";
import { markNoticeSeen } from "@/lib/notices/commands";

export const POST = route(noticeOperations.see, markNoticeSeen);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
