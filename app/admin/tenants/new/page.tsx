import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listTemplateChoices } from "@/lib/templates/queries";
import { CreateTenantForm } from "./create-form";

export const generateMetadata = pageTitle((t) => t("adminTenants.new"));

export default adminPage(async ({ admin }) => {
  const t = await getTranslations("server.adminTenants");
  const versions = await listTemplateChoices(admin);
  const templates = versions
    .filter(({ is_newest, is_archived }) => is_newest && !is_archived)
    .map(({ name, version }) => ({ value: name, label: t("templateVersion", { name, version }) }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumb={[{ label: t("list"), href: "/admin/tenants" }, { label: t("new") }]}
        title={t("new")}
        description={t("newHelp")}
      />
      <Card>
        <CreateTenantForm templates={templates} />
      </Card>
    </div>
  );
});
