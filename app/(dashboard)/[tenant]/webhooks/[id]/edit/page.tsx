import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { getWebhookEndpoint } from "@/lib/webhook-endpoints/queries";
import { recordId } from "../../../record-id";
import { EditEndpointForm } from "./edit-form";

export const metadata: Metadata = { title: "Edit webhook endpoint" };

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const endpoint = await getWebhookEndpoint(actor, { id: recordId(params.id) });
    const list = `/${tenant.slug}/webhooks`;
    const path = `${list}/${endpoint.id}`;
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title="Edit webhook endpoint"
          breadcrumb={[{ label: "Webhooks", href: list }, { label: endpoint.url, href: path }, { label: "Edit" }]}
        />
        <Card>
          <EditEndpointForm tenantSlug={tenant.slug} path={path} endpoint={endpoint} held={[...actor.permissions]} />
        </Card>
      </div>
    );
  },
  { permission: "webhooks:write" },
);
