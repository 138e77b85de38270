import { noticeChoiceOperations } from "@/lib/http/operations/notice-choices";
import { otherMethods, route } from "@/lib/http/route";
import { saveNoticeChoice } from "@/lib/notice-choices/commands";

export const PUT = route(noticeChoiceOperations.save, saveNoticeChoice);
export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(PUT);
