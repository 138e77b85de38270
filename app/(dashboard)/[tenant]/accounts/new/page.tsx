import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { accountChoices } from "../../options";
import { AccountForm } from "../account-form";

export const generateMetadata = pageTitle((t) => t("accounts.new"));

export default tenantPage(
  async ({ actor, tenant, searchParams }) => {
    const t = await getTranslations("server.accounts");
    const accounts = await listAccountTree(actor);
    const parent = accounts.find(({ id }) => id === searchParams.parent);
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader
          breadcrumb={[{ label: t("list"), href: `/${tenant.slug}/accounts` }, { label: t("new") }]}
          title={t("new")}
        />
        <Card>
          <AccountForm tenantSlug={tenant.slug} parentId={parent?.id} parents={accountChoices(accounts)} />
        </Card>
      </div>
    );
  },
  { permission: "accounts:write" },
);
