import type { NoticeKind } from "@/lib/notice-kinds";
import type { Notice } from "@/lib/notices/schema";

const PAGES: Record<NoticeKind, (id: string) => string> = {
  api_key_leaked: (id) => `/api-keys/${id}`,
  api_key_unused: (id) => `/api-keys/${id}`,
  export_ready: () => "/exports",
  refund_awaits_approval: () => "/approvals",
  view_not_empty: (id) => `/views/${id}`,
  visit_asks: () => "/settings/security#visits",
  webhook_endpoint_failing: (id) => `/webhooks/${id}`,
  webhook_endpoint_gone: (id) => `/webhooks/${id}`,
};

/** Where one sees to what a notice tells of. */
export function noticeHref(tenantSlug: string, { kind, subject }: Pick<Notice, "kind" | "subject">): string {
  return `/${tenantSlug}${PAGES[kind](subject.id)}`;
}
