import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { tenantPage } from "@/lib/http/page";
import { getRefund, listRefundTimeline } from "@/lib/refunds/queries";
import { Permitted } from "../../permitted";
import { recordId } from "../../record-id";
import { RecordTimeline } from "../../record-timeline";
import { RefreshWhile } from "../../refresh-while";
import { CancelRefundButton } from "./cancel-refund-button";
import { RefundFacts } from "./refund-facts";

export const metadata: Metadata = { title: "Refund" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [refund, entries] = await Promise.all([getRefund(actor, { id }), listRefundTimeline(actor, { id })]);
  const { timeZone } = person;
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: "Refunds", href: `/${tenant.slug}/refunds` },
          { label: refund.payment_intent.reference ?? "Refund" },
        ]}
        title={<Money amountMinor={refund.amount} currency={refund.currency} />}
        badge={<StatusBadge status={refund.status} />}
        description={refund.account.name}
        actions={
          <Permitted actor={actor} permission="refunds:create">
            <CancelRefundButton tenantSlug={tenant.slug} refund={refund} />
          </Permitted>
        }
      />
      <RefreshWhile pending={refund.status === "PENDING"} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <RefundFacts refund={refund} tenantSlug={tenant.slug} timeZone={timeZone} />
        <Card title="Timeline">
          <RecordTimeline entries={entries} timeZone={timeZone} />
        </Card>
      </div>
    </>
  );
});
