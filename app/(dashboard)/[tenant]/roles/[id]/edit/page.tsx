import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getRole } from "@/lib/roles/queries";
import { recordId } from "../../../record-id";
import { RoleForm } from "../../role-form";

export const generateMetadata = pageTitle((t) => t("roles.changeTitle"));

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const path = `/${tenant.slug}/roles`;
    const t = await getTranslations("server.roles");
    const role = await getRole(actor, { id: recordId(params.id) });
    const { id, name, description, permissions } = role;
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={t("changeOf", { name })}
          description={t("changeHelp")}
          breadcrumb={[
            { label: t("list"), href: path },
            { label: name, href: `${path}/${id}` },
            { label: t("change") },
          ]}
        />
        <Card>
          <RoleForm
            tenantSlug={tenant.slug}
            path={path}
            roleId={id}
            start={{ name, description, permissions }}
            held={[...actor.permissions]}
          />
        </Card>
      </div>
    );
  },
  { permission: "roles:write" },
);
