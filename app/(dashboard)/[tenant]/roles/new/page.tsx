import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getRole } from "@/lib/roles/queries";
import { recordId } from "../../record-id";
import { RoleForm } from "../role-form";

export const generateMetadata = pageTitle((t) => t("roles.newRole"));

export default tenantPage(
  async ({ actor, tenant, searchParams }) => {
    const path = `/${tenant.slug}/roles`;
    const t = await getTranslations("server.roles");
    const model =
      typeof searchParams.copy === "string" ? await getRole(actor, { id: recordId(searchParams.copy) }) : null;
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={model ? t("copyOf", { name: model.name }) : t("newRole")}
          description={t("newHelp")}
          breadcrumb={[{ label: t("list"), href: path }, { label: t("new") }]}
        />
        <Card>
          <RoleForm
            tenantSlug={tenant.slug}
            path={path}
            start={{
              name: model ? t("copyName", { name: model.name.slice(0, 90) }) : "",
              description: model?.description ?? "",
              permissions: model?.permissions.filter((name) => actor.permissions.has(name)) ?? [],
            }}
            held={[...actor.permissions]}
          />
        </Card>
      </div>
    );
  },
  { permission: "roles:write" },
);
