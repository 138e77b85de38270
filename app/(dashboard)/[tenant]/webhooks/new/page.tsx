import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { accountChoices } from "../../options";
import { permittedData } from "../../permitted-data";
import { CreateEndpointForm } from "./create-form";

export const generateMetadata = pageTitle((t) => t("webhooks.newTitle"));

export default tenantPage(
  async ({ actor, tenant }) => {
    const t = await getTranslations("server.webhooks");
    const path = `/${tenant.slug}/webhooks`;
    const accounts = await permittedData(actor, "accounts:read", () => listAccountTree(actor), []);
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader title={t("newTitle")} breadcrumb={[{ label: t("list"), href: path }, { label: t("new") }]} />
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
