import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { nextCollector } from "@/lib/payment-intents/queries";
import { permittedData } from "../../permitted-data";
import { CreatePaymentIntentForm } from "./create-form";

export const metadata: Metadata = { title: "New payment intent" };

export default tenantPage(
  async ({ actor, tenant }) => {
    const path = `/${tenant.slug}/payment-intents`;
    const accounts = await permittedData(actor, "accounts:read", () => listAccountTree(actor), []);
    return (
      <div className="mx-auto w-full max-w-2xl">
        <PageHeader
          title="New payment intent"
          description="It starts as “Initialized”: nothing is charged until it is confirmed."
          breadcrumb={[{ label: "Payment intents", href: path }, { label: "New" }]}
        />
        <Card>
          <CreatePaymentIntentForm
            tenantSlug={tenant.slug}
            path={path}
            accounts={accounts}
            collector={nextCollector()}
          />
        </Card>
      </div>
    );
  },
  { permission: "payment_intents:write" },
);
