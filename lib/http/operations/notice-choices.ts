import { z } from "zod";
import { noticeChoice, saveNoticeChoiceInput } from "../../notice-choices/schema";
import type { Operation } from "../operation";

const shared = {
  tag: "My account",
  permission: null,
  isPersonal: true,
  reply: z.object({ items: z.array(noticeChoice) }),
} as const;

export const noticeChoiceOperations = {
  list: {
    ...shared,
    method: "get",
    path: "/api/v1/notice_choices",
    operationId: "listNoticeChoices",
    summary: "How one wants to hear of notices",
    description: "Of every kind, in all tenants the same. What was never chosen comes in the app and by mail.",
  },
  save: {
    ...shared,
    method: "put",
    path: "/api/v1/notice_choice",
    operationId: "saveNoticeChoice",
    summary: "Choose how to hear of one kind of notice",
    body: saveNoticeChoiceInput,
  },
} as const satisfies Record<string, Operation>;
