import { getTranslations } from "next-intl/server";
import { PastLink } from "@/components/detail/past-link";
import { RawJson } from "@/components/detail/raw-json";
import { RecordNav } from "@/components/detail/record-nav";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getRefund, listRefundTimeline } from "@/lib/refunds/queries";
import { Decision } from "../../approvals/decision";
import { Permitted } from "../../permitted";
import { recordId } from "../../record-id";
import { RecordTimeline } from "../../record-timeline";
import { RefreshWhile } from "../../refresh-while";
import { RefundStatusBadge } from "../refund-status-badge";
import { CancelRefundButton } from "./cancel-refund-button";
import { RefundFacts } from "./refund-facts";

export const generateMetadata = pageTitle((t) => t("refunds.item"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [refund, entries] = await Promise.all([getRefund(actor, { id }), listRefundTimeline(actor, { id })]);
  const t = await getTranslations("server.refunds");
  const { timeZone } = person;
  const path = `/${tenant.slug}/refunds/${id}`;
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: t("list"), href: `/${tenant.slug}/refunds` },
          { label: refund.payment_intent.reference ?? t("item") },
        ]}
        title={<Money amountMinor={refund.amount} currency={refund.currency} />}
        badge={<RefundStatusBadge refund={refund} />}
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            {refund.account.name} <CopyableId id={id} />
          </span>
        }
        nav={<RecordNav tenantSlug={tenant.slug} />}
        actions={
          <>
            <PastLink path={path} />
            <Permitted actor={actor} permission="refunds:create">
              <CancelRefundButton tenantSlug={tenant.slug} refund={refund} />
            </Permitted>
            <Permitted actor={actor} permission="refunds:approve">
              <Decision tenantSlug={tenant.slug} refund={refund} userId={actor.userId} />
            </Permitted>
          </>
        }
      />
      <RefreshWhile pending={refund.status === "PENDING" && refund.pending_reason !== "awaiting_approval"} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <RefundFacts refund={refund} tenantSlug={tenant.slug} timeZone={timeZone} />
        <div className="grid gap-4">
          <Card title={t("timeline")} description={t("timesIn", { timeZone })}>
            <RecordTimeline
              entries={entries}
              currency={refund.currency}
              timeZone={timeZone}
              actor={actor}
              tenantPath={`/${tenant.slug}`}
              recordPath={path}
            />
          </Card>
          <RawJson tenantSlug={tenant.slug} resource="refund" id={id} version={refund.updated_at} />
        </div>
      </div>
    </>
  );
});
