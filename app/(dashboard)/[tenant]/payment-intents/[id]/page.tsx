import { getTranslations } from "next-intl/server";
import { RawJson } from "@/components/detail/raw-json";
import { Card } from "@/components/ui/card";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getPaymentIntent, listPaymentEvents, listPaymentIntentTimeline } from "@/lib/payment-intents/queries";
import { listPaymentRefunds } from "@/lib/refunds/queries";
import { listPaymentDeliveries } from "@/lib/webhook-endpoints/delivery-queries";
import { DocumentsCard, readDocumentsOf } from "../../documents/documents-card";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { RecordTimeline } from "../../record-timeline";
import { CustomerCard, DetailsCard, MetadataCard } from "./cards";
import { MoneyCard } from "./money-card";
import { PaymentHeader } from "./payment-header";
import { RefundsCard } from "./refunds-card";
import { Settling } from "./settling";

export const generateMetadata = pageTitle((t) => t("payments.item"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const [payment, entries, events, refunds, deliveries, documents] = await Promise.all([
    getPaymentIntent(actor, { id }),
    listPaymentIntentTimeline(actor, { id }),
    listPaymentEvents(actor, { id }),
    permittedData(actor, "refunds:read", () => listPaymentRefunds(actor, { id }), []),
    permittedData(actor, "webhooks:read", () => listPaymentDeliveries(actor, { id }), []),
    readDocumentsOf(actor, { payment_intent: id }),
  ]);
  const t = await getTranslations("server.payments");
  const shared = { payment, actor, tenantSlug: tenant.slug, timeZone: person.timeZone };
  return (
    <>
      <PaymentHeader payment={payment} actor={actor} tenantSlug={tenant.slug} />
      <Settling payment={payment} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="grid gap-4">
          <MoneyCard payment={payment} />
          <RefundsCard refunds={refunds} tenantSlug={tenant.slug} timeZone={person.timeZone} />
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
        <div className="grid gap-4">
          <Card title={t("timeline")} description={t("timesIn", { timeZone: person.timeZone })}>
            <RecordTimeline
              entries={entries}
              events={events}
              refunds={refunds}
              deliveries={deliveries}
              documents={documents?.items ?? []}
              currency={payment.currency}
              timeZone={person.timeZone}
              actor={actor}
              tenantPath={`/${tenant.slug}`}
              recordPath={`/${tenant.slug}/payment-intents/${id}`}
            />
          </Card>
          <RawJson tenantSlug={tenant.slug} resource="payment_intent" id={id} version={payment.updated_at} />
        </div>
      </div>
    </>
  );
});
