import { noticeChoiceOperations } from "@/lib/http/operations/notice-choices";
import { otherMethods, route } from "@/lib/http/route";
import { listNoticeChoices } from "@/lib/notice-choices/queries";

export const GET = route(noticeChoiceOperations.list, listNoticeChoices);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
