import { BellOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listNotices, personOf } from "@/lib/notices/queries";
import { noticeList } from "@/lib/notices/schema";
import { MarkAllButton } from "../_notices/mark-all-button";
import { NoticeLine } from "../_notices/notice-line";
import { linksOf, readList } from "../list-state";

export const generateMetadata = pageTitle((t) => t("notices.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.notices");
  const tShared = await getTranslations("client.notices");
  const path = `/${tenant.slug}/notices`;
  const { query } = readList(noticeList, searchParams, person);
  const page = await listNotices(actor, query);
  const { previous, next } = linksOf(noticeList, query, path, page);
  const isUnread = page.items.some(({ is_unread }) => is_unread);
  return (
    <>
      <PageHeader
        title={t("list")}
        description={tShared("help")}
        actions={isUnread && personOf(actor) && <MarkAllButton tenantSlug={tenant.slug} />}
      />
      <TabLinks
        name="unread"
        label={t("which")}
        tabs={[
          { label: t("all"), value: null },
          { label: t("unread"), value: "true" },
        ]}
      />
      <Card flush className="mt-3">
        {page.items.length === 0 && (
          <EmptyState
            icon={BellOff}
            title={query.filters.unread ? t("noneUnread") : t("none")}
            description={t("noneHelp")}
          />
        )}
        <ul className="divide-y">
          {page.items.map((notice) => (
            <NoticeLine key={notice.id} tenantSlug={tenant.slug} notice={notice} timeZone={person.timeZone} />
          ))}
        </ul>
      </Card>
      <nav aria-label={t("pages")} className="mt-3 flex gap-2">
        {previous && <ButtonLink href={previous}>{t("newer")}</ButtonLink>}
        {next && <ButtonLink href={next}>{t("older")}</ButtonLink>}
      </nav>
    </>
  );
});
