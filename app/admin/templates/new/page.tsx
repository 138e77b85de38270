import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getTemplate } from "@/lib/templates/queries";
import { isUuid } from "@/lib/text";
import { TemplateForm } from "../_form/template-form";
import { freshStart, startFrom } from "../_form/template-start";

export const generateMetadata = pageTitle((t) => t("adminTemplates.new"));

export default adminPage(async ({ admin, searchParams: { from } }) => {
  const t = await getTranslations("server.adminTemplates");
  const copied = typeof from === "string" && isUuid(from) ? await getTemplate(admin, { id: from }) : null;
  return (
    <div className="mx-auto w-full max-w-5xl">
      <PageHeader
        title={t("new")}
        description={copied ? t("beginsAsCopy", { name: copied.name, version: copied.version }) : t("beginsBuiltIn")}
        breadcrumb={[{ label: t("list"), href: "/admin/templates" }, { label: t("newCrumb") }]}
      />
      <TemplateForm
        start={copied ? startFrom(t, copied, { asVersion: false }) : freshStart()}
        cancelHref={copied ? `/admin/templates/${copied.id}` : "/admin/templates"}
        now={new Date().toISOString()}
      />
    </div>
  );
});
