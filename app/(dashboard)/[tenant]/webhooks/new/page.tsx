import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { accountChoices } from "../../options";
import { permittedData } from "../../permitted-data";
import { CreateEndpointForm } from "./create-form";

export const metadata: Metadata = { title: "New webhook endpoint" };

export default tenantPage(
  async ({ actor, tenant }) => {
    const path = `/${tenant.slug}/webhooks`;
    const accounts = await permittedData(actor, "accounts:read", () => listAccountTree(actor), []);
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader title="New webhook endpoint" breadcrumb={[{ label: "Webhooks", href: path }, { label: "New" }]} />
        <Card>
          <CreateEndpointForm
            tenantSlug={tenant.slug}
            path={path}
            accounts={accountChoices(accounts)}
            held={[...actor.permissions]}
            isRestricted={actor.accountIds !== null}
          />
        </Card>
      </div>
    );
  },
  { permission: "webhooks:write" },
);
