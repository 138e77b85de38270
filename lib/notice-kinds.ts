/**
 * Kinds of notices, each with what it tells of, and whether a mail goes out besides. New ones need their sentence in
 * `lib/notices/schema.ts`.
 */
export const NOTICE_KIND_FACTS = {
  refund_awaits_approval: { title: "A refund waits for approval", hasMail: true },
  visit_asks: { title: "The platform asks for a visit", hasMail: true },
  webhook_endpoint_failing: { title: "A webhook endpoint was switched off, since nothing arrived", hasMail: true },
  webhook_endpoint_gone: { title: "A webhook endpoint was switched off, since it wanted no more", hasMail: true },
  api_key_leaked: { title: "A key has leaked", hasMail: false },
  api_key_unused: { title: "An unused key was revoked", hasMail: false },
  view_not_empty: { title: "A watched view is no longer empty", hasMail: true },
  export_ready: { title: "An export is ready", hasMail: true },
} as const satisfies Record<string, { title: string; hasMail: boolean }>;

export type NoticeKind = keyof typeof NOTICE_KIND_FACTS;

export const NOTICE_KINDS = Object.keys(NOTICE_KIND_FACTS) as [NoticeKind, ...NoticeKind[]];
