import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getWebhookDelivery } from "@/lib/webhook-endpoints/delivery-queries";
import { Permitted } from "../../../permitted";
import { recordId } from "../../../record-id";
import { LookBadge } from "../../look-badge";
import { deliveryLook } from "../../statuses";
import { AttemptCard } from "./attempt-card";
import { DeliveryFacts } from "./delivery-facts";
import { RefreshWhilePending } from "./refresh-while-pending";
import { ResendButton } from "./resend-button";

export const generateMetadata = pageTitle((t) => t("webhooks.delivery"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person: { timeZone }, params }) => {
  const t = await getTranslations("server.webhooks");
  const delivery = await getWebhookDelivery(actor, { id: recordId(params.id) });
  const { status, attempts } = delivery;
  const parent = `/${tenant.slug}/webhooks`;
  return (
    <>
      {status === "pending" && <RefreshWhilePending key={delivery.attempt_count} />}
      <PageHeader
        breadcrumb={[
          { label: t("list"), href: parent },
          { label: t("deliveries"), href: `${parent}/deliveries` },
          { label: delivery.event_type },
        ]}
        title={delivery.event_type}
        badge={<LookBadge look={deliveryLook(await getTranslations("client.webhooks"), status)} />}
        actions={
          <Permitted actor={actor} permission="webhooks:write">
            <ResendButton tenantSlug={tenant.slug} id={delivery.id} />
          </Permitted>
        }
      />
      <div className="flex flex-col gap-4">
        <DeliveryFacts delivery={delivery} tenantPath={`/${tenant.slug}`} timeZone={timeZone} />
        {attempts.map((attempt) => (
          <AttemptCard key={attempt.id} attempt={attempt} body={delivery.body} timeZone={timeZone} />
        ))}
      </div>
    </>
  );
});
