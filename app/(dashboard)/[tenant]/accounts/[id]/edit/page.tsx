import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getAccount, listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { accountChoices, outsideBranch } from "../../../options";
import { recordId } from "../../../record-id";
import { AccountForm } from "../../account-form";

export const metadata: Metadata = { title: "Edit account" };

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const id = recordId(params.id);
    const path = `/${tenant.slug}/accounts`;
    const [account, accounts] = await Promise.all([getAccount(actor, { id }), listAccountTree(actor)]);
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader
          breadcrumb={[
            { label: "Accounts", href: path },
            { label: account.name, href: `${path}/${id}` },
            { label: "Edit" },
          ]}
          title={`Edit ${account.name}`}
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
