import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { TabLinks } from "@/components/data-table/tab-links";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { listNotices, personOf } from "@/lib/notices/queries";
import { noticeList } from "@/lib/notices/schema";
import { MarkAllButton } from "../_notices/mark-all-button";
import { NoticeLine } from "../_notices/notice-line";
import { linksOf, readList } from "../list-state";

export const metadata: Metadata = { title: "Notices" };

const TABS = [
  { label: "All", value: null },
  { label: "Unread", value: "true" },
];

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/notices`;
  const { query } = readList(noticeList, searchParams, person);
  const page = await listNotices(actor, query);
  const { previous, next } = linksOf(noticeList, query, path, page);
  const isUnread = page.items.some(({ is_unread }) => is_unread);
  return (
    <>
      <PageHeader
        title="Notices"
        description="What needs you, or somebody with your permissions. Each colleague has a list of their own: what you read stays unread for others."
        actions={isUnread && personOf(actor) && <MarkAllButton tenantSlug={tenant.slug} />}
      />
      <TabLinks name="unread" label="Which notices" tabs={TABS} />
      <Card flush className="mt-3">
        {page.items.length === 0 && (
          <EmptyState
            icon={BellOff}
            title={query.filters.unread ? "Nothing is unread" : "No notices yet"}
            description="Refunds that wait for you, webhook endpoints that were switched off, keys that leaked and exports that are ready come here."
          />
        )}
        <ul className="divide-y">
          {page.items.map((notice) => (
            <NoticeLine key={notice.id} tenantSlug={tenant.slug} notice={notice} timeZone={person.timeZone} />
          ))}
        </ul>
      </Card>
      <nav aria-label="Pages of the notices" className="mt-3 flex gap-2">
        {previous && <ButtonLink href={previous}>Newer</ButtonLink>}
        {next && <ButtonLink href={next}>Older</ButtonLink>}
      </nav>
    </>
  );
});
