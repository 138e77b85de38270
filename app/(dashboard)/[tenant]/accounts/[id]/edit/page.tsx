import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getAccount, listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { accountChoices, outsideBranch } from "../../../options";
import { recordId } from "../../../record-id";
import { AccountForm } from "../../account-form";

export const generateMetadata = pageTitle((t) => t("accounts.editTitle"));

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const id = recordId(params.id);
    const path = `/${tenant.slug}/accounts`;
    const t = await getTranslations("server.accounts");
    const [account, accounts] = await Promise.all([getAccount(actor, { id }), listAccountTree(actor)]);
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader
          breadcrumb={[
            { label: t("list"), href: path },
            { label: account.name, href: `${path}/${id}` },
            { label: t("edit") },
          ]}
          title={t("editOf", { name: account.name })}
        />
        <Card>
          <AccountForm
            tenantSlug={tenant.slug}
            account={account}
            parents={accountChoices(outsideBranch(accounts, id))}
          />
        </Card>
      </div>
    );
  },
  { permission: "accounts:write" },
);
