import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { tenantPage } from "@/lib/http/page";
import {
  getPaymentIntent,
  listPaymentEvents,
  listPaymentIntentTimeline,
  nextCollector,
} from "@/lib/payment-intents/queries";
import { listPaymentRefunds } from "@/lib/refunds/queries";
import { DocumentsCard, readDocumentsOf } from "../../documents/documents-card";
import { Permitted } from "../../permitted";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { RecordTimeline } from "../../record-timeline";
import { CancelButton } from "./cancel-button";
import { AmountsCard, CustomerCard, DetailsCard, MetadataCard } from "./cards";
import { ConfirmButton } from "./confirm-button";
import { RefundButton } from "./refund-button";
import { RefundsCard } from "./refunds-card";
import { Settling } from "./settling";

export const metadata: Metadata = { title: "Payment intent" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [payment, entries, events, refunds, documents] = await Promise.all([
    getPaymentIntent(actor, { id }),
    listPaymentIntentTimeline(actor, { id }),
    listPaymentEvents(actor, { id }),
    permittedData(actor, "refunds:read", () => listPaymentRefunds(actor, { id }), []),
    readDocumentsOf(actor, { payment_intent: id }),
  ]);
  const base = `/${tenant.slug}`;
  const shared = { payment, actor, tenantSlug: tenant.slug, timeZone: person.timeZone };
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: "Payment intents", href: `${base}/payment-intents` },
          { label: payment.reference ?? "Payment intent" },
        ]}
        title={<Money amountMinor={payment.amount} currency={payment.currency} />}
        badge={<StatusBadge status={payment.status} />}
        description={payment.account.name}
        actions={
          <>
            <Permitted actor={actor} permission="payment_intents:write">
              <ConfirmButton tenantSlug={tenant.slug} payment={payment} collector={nextCollector()} />
              <CancelButton tenantSlug={tenant.slug} payment={payment} />
            </Permitted>
            <Permitted actor={actor} permission="refunds:create">
              <RefundButton tenantSlug={tenant.slug} payment={payment} />
            </Permitted>
          </>
        }
      />
      <Settling payment={payment} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="grid gap-4">
          <AmountsCard payment={payment} />
          <RefundsCard payment={payment} refunds={refunds} tenantSlug={tenant.slug} timeZone={person.timeZone} />
          <DetailsCard {...shared} />
          <CustomerCard {...shared} />
          <MetadataCard {...shared} />
          <DocumentsCard
            documents={documents}
            actor={actor}
            tenantSlug={tenant.slug}
            timeZone={person.timeZone}
            target={{ paymentIntentId: id }}
            listHref={`${base}/documents?payment_intent=${id}`}
          />
        </div>
        <Card title="Timeline">
          <RecordTimeline entries={entries} events={events} timeZone={person.timeZone} />
        </Card>
      </div>
    </>
  );
});
