import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { tenantPage } from "@/lib/http/page";
import { getPaymentIntent, listPaymentEvents, listPaymentIntentTimeline } from "@/lib/payment-intents/queries";
import { listPaymentRefunds } from "@/lib/refunds/queries";
import { DocumentsCard, readDocumentsOf } from "../../documents/documents-card";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { RecordTimeline } from "../../record-timeline";
import { AmountsCard, CustomerCard, DetailsCard, MetadataCard } from "./cards";
import { PaymentHeader } from "./payment-header";
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
  const shared = { payment, actor, tenantSlug: tenant.slug, timeZone: person.timeZone };
  return (
    <>
      <PaymentHeader payment={payment} actor={actor} tenantSlug={tenant.slug} />
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
            listHref={`/${tenant.slug}/documents?payment_intent=${id}`}
          />
        </div>
        <Card title="Timeline">
          <RecordTimeline entries={entries} events={events} currency={payment.currency} timeZone={person.timeZone} />
        </Card>
      </div>
    </>
  );
});
