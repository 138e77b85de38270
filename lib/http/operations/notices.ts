import { notice, noticeId, noticeList } from "../../notices/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

export const noticeOperations = {
  list: {
    method: "get",
    path: "/api/v1/notices",
    operationId: "listNotices",
    summary: "List notices for those who hold the token's permissions",
    tag: "Notices",
    permission: null,
    query: noticeList,
    reply: listReply(notice),
  },
  read: {
    method: "post",
    path: "/api/v1/notice/read",
    operationId: "readNotice",
    summary: "Put a notice away, for all whom it is for",
    tag: "Notices",
    permission: null,
    body: noticeId,
    reply: notice,
  },
} as const satisfies Record<string, Operation>;
