import { noInput, notice, noticeId, noticeList, unreadNotices } from "../../notices/schema";
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
  unread: {
    method: "get",
    path: "/api/v1/notices/unread",
    operationId: "countUnreadNotices",
    summary: "Count the notices that are unread",
    description:
      "Up to a hundred. For a person: those that nobody has put away and that this person has not marked as read.",
    tag: "Notices",
    permission: null,
    reply: unreadNotices,
  },
  see: {
    method: "post",
    path: "/api/v1/notice/seen",
    operationId: "seeNotice",
    summary: "Mark a notice as read, for oneself",
    tag: "Notices",
    permission: null,
    isSessionOnly: true,
    body: noticeId,
    reply: notice,
  },
  seeAll: {
    method: "post",
    path: "/api/v1/notices/seen",
    operationId: "seeAllNotices",
    summary: "Mark all notices as read, for oneself",
    tag: "Notices",
    permission: null,
    isSessionOnly: true,
    body: noInput,
    reply: unreadNotices,
  },
} as const satisfies Record<string, Operation>;
