import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { permittedData } from "../../permitted-data";
import { CreateKeyForm } from "./create-key-form";

export const generateMetadata = pageTitle((t) => t("apiKeys.newKey"));

export default tenantPage(
  async ({ actor, tenant, person }) => {
    const path = `/${tenant.slug}/api-keys`;
    const t = await getTranslations("server.apiKeys");
    const accounts = await permittedData(actor, "accounts:read", () => listAccountTree(actor), []);
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={t("newKey")}
          description={t("newHelp")}
          breadcrumb={[{ label: t("list"), href: path }, { label: t("new") }]}
        />
        <Card>
          <CreateKeyForm
            tenantSlug={tenant.slug}
            path={path}
            accounts={accounts}
            held={[...actor.permissions]}
            isRestricted={actor.accountIds !== null}
            timeZone={person.timeZone}
            now={new Date().toISOString()}
          />
        </Card>
      </div>
    );
  },
  { permission: "api_keys:write" },
);
