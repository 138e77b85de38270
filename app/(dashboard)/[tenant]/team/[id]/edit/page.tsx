import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getMember } from "@/lib/members/queries";
import { reachOf } from "@/lib/reach-input";
import { listRoleChoices } from "@/lib/roles/queries";
import { accountChoices } from "../../../options";
import { Permitted } from "../../../permitted";
import { permittedData } from "../../../permitted-data";
import { recordId } from "../../../record-id";
import { ReachForm } from "./reach-form";
import { RolesForm } from "./roles-form";

export const generateMetadata = pageTitle((t) => t("team.changeTitle"));

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const id = recordId(params.id);
    const path = `/${tenant.slug}/team`;
    const t = await getTranslations("server.team");
    const [member, roles, accounts] = await Promise.all([
      getMember(actor, { id }),
      permittedData(actor, "roles:read", () => listRoleChoices(actor), []),
      permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
    ]);
    const reach = reachOf(member.restricted_to_accounts ? member.accounts : null);
    const held = member.roles.map((role) => role.id);
    const shared = { tenantSlug: tenant.slug, memberId: id, memberName: member.name, reach };
    return (
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
        <PageHeader
          title={t("changeOf", { name: member.name })}
          description={t("changeHelp")}
          breadcrumb={[
            { label: t("team"), href: path },
            { label: member.name, href: `${path}/${id}` },
            { label: t("change") },
          ]}
        />
        <Permitted actor={actor} permission="roles:write">
          <Card>
            <RolesForm {...shared} roles={roles} held={held} />
          </Card>
        </Permitted>
        <Card>
          <ReachForm
            {...shared}
            accounts={accountChoices(accounts)}
            roleIds={held}
            isRestricted={actor.accountIds !== null}
          />
        </Card>
      </div>
    );
  },
  { permission: "members:write" },
);
