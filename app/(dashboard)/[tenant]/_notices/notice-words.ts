import type { Notice, NoticeKind } from "@/lib/notices/schema";

/** What a notice is about, in a few words; its sentence says the rest. */
export const NOTICE_TITLES: Record<NoticeKind, string> = {
  api_key_leaked: "A key has leaked",
  api_key_unused: "An unused key was revoked",
  export_ready: "Export ready",
  refund_awaits_approval: "A refund waits for approval",
  visit_asks: "The platform asks for a visit",
  webhook_endpoint_failing: "Webhook endpoint switched off",
  webhook_endpoint_gone: "Webhook endpoint switched off",
};

const PAGES: Record<NoticeKind, (id: string) => string> = {
  api_key_leaked: (id) => `/api-keys/${id}`,
  api_key_unused: (id) => `/api-keys/${id}`,
  export_ready: () => "/exports",
  refund_awaits_approval: () => "/approvals",
  visit_asks: () => "/settings/security#visits",
  webhook_endpoint_failing: (id) => `/webhooks/${id}`,
  webhook_endpoint_gone: (id) => `/webhooks/${id}`,
};

/** Where one sees to what a notice tells of. */
export function noticeHref(tenantSlug: string, { kind, subject }: Pick<Notice, "kind" | "subject">): string {
  return `/${tenantSlug}${PAGES[kind](subject.id)}`;
}
