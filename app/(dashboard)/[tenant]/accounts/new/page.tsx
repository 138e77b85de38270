import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { accountChoices } from "../../options";
import { AccountForm } from "../account-form";

export const metadata: Metadata = { title: "New account" };

export default tenantPage(
  async ({ actor, tenant, searchParams }) => {
    const accounts = await listAccountTree(actor);
    const parent = accounts.find(({ id }) => id === searchParams.parent);
    return (
      <div className="mx-auto max-w-3xl">
        <PageHeader
          breadcrumb={[{ label: "Accounts", href: `/${tenant.slug}/accounts` }, { label: "New account" }]}
          title="New account"
        />
        <Card>
          <AccountForm tenantSlug={tenant.slug} parentId={parent?.id} parents={accountChoices(accounts)} />
        </Card>
      </div>
    );
  },
  { permission: "accounts:write" },
);
