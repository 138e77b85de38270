import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getWebhookEndpoint } from "@/lib/webhook-endpoints/queries";
import { recordId } from "../../../record-id";
import { EditEndpointForm } from "./edit-form";

export const generateMetadata = pageTitle((t) => t("webhooks.editTitle"));

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const t = await getTranslations("server.webhooks");
    const endpoint = await getWebhookEndpoint(actor, { id: recordId(params.id) });
    const list = `/${tenant.slug}/webhooks`;
    const path = `${list}/${endpoint.id}`;
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={t("editTitle")}
          breadcrumb={[{ label: t("list"), href: list }, { label: endpoint.url, href: path }, { label: t("edit") }]}
        />
        <Card>
          <EditEndpointForm tenantSlug={tenant.slug} path={path} endpoint={endpoint} held={[...actor.permissions]} />
        </Card>
      </div>
    );
  },
  { permission: "webhooks:write" },
);
