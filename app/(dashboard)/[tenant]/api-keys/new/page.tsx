import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { permittedData } from "../../permitted-data";
import { CreateKeyForm } from "./create-key-form";

export const metadata: Metadata = { title: "New API key" };

export default tenantPage(
  async ({ actor, tenant, person }) => {
    const path = `/${tenant.slug}/api-keys`;
    const accounts = await permittedData(actor, "accounts:read", () => listAccountTree(actor), []);
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title="New API key"
          description="Give it no more than it needs: permissions and accounts cannot be changed later."
          breadcrumb={[{ label: "API keys", href: path }, { label: "New" }]}
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
