import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { statusLabel } from "@/components/ui/status-badge";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageSentence } from "@/lib/http/page-sentence";
import { pageTitle } from "@/lib/http/page-title";
import { nextCollector } from "@/lib/payment-intents/queries";
import { permittedData } from "../../permitted-data";
import { CreatePaymentIntentForm } from "./create-form";

export const generateMetadata = pageTitle((t) => t("payments.new"));

export default tenantPage(
  async ({ actor, tenant }) => {
    const t = await getTranslations("server.payments");
    const sentence = await pageSentence();
    const path = `/${tenant.slug}/payment-intents`;
    const accounts = await permittedData(actor, "accounts:read", () => listAccountTree(actor), []);
    return (
      <div className="mx-auto w-full max-w-2xl">
        <PageHeader
          title={t("new")}
          description={t("newHelp", { status: sentence(statusLabel("INITIALIZED")) })}
          breadcrumb={[{ label: t("list"), href: path }, { label: t("newShort") }]}
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
