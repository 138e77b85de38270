import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listRoleChoices } from "@/lib/roles/queries";
import { accountChoices } from "../../options";
import { permittedData } from "../../permitted-data";
import { InviteForm } from "./invite-form";

export const generateMetadata = pageTitle((t) => t("team.invite"));

export default tenantPage(
  async ({ actor, tenant }) => {
    const path = `/${tenant.slug}/team`;
    const t = await getTranslations("server.team");
    const [roles, accounts] = await Promise.all([
      listRoleChoices(actor),
      permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
    ]);
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={t("inviteTitle")}
          description={t("inviteHelp")}
          breadcrumb={[{ label: t("team"), href: path }, { label: t("invite") }]}
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
