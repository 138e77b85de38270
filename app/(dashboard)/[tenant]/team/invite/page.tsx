import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { listRoleChoices } from "@/lib/roles/queries";
import { accountChoices } from "../../options";
import { permittedData } from "../../permitted-data";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invite" };

export default tenantPage(
  async ({ actor, tenant }) => {
    const path = `/${tenant.slug}/team`;
    const [roles, accounts] = await Promise.all([
      listRoleChoices(actor),
      permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
    ]);
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title="Invite somebody"
          description="They get a mail with a link that serves for seven days. You can give what you hold yourself."
          breadcrumb={[{ label: "Team", href: path }, { label: "Invite" }]}
        />
        <Card>
          <InviteForm
            tenantSlug={tenant.slug}
            path={path}
            roles={roles}
            accounts={accountChoices(accounts)}
            isRestricted={actor.accountIds !== null}
          />
        </Card>
      </div>
    );
  },
  { permission: "members:write" },
);
