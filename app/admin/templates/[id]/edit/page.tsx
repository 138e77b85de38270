import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getTemplate } from "@/lib/templates/queries";
import { TemplateForm } from "../../_form/template-form";
import { startFrom } from "../../_form/template-start";

export const generateMetadata = pageTitle((t) => t("adminTemplates.edit.title"));

export default adminPage<{ id: string }>(async ({ admin, params }) => {
  const t = await getTranslations("server.adminTemplates");
  const template = await getTemplate(admin, { id: recordId(params.id) });
  const { id, name, version } = template;
  return (
    <div className="mx-auto w-full max-w-5xl">
      <PageHeader
        title={t("edit.heading", { name })}
        description={t("edit.help", { version })}
        breadcrumb={[
          { label: t("list"), href: "/admin/templates" },
          { label: name, href: `/admin/templates/${id}` },
          { label: t("edit.version") },
        ]}
      />
      <TemplateForm
        start={startFrom(t, template, { asVersion: true })}
        cancelHref={`/admin/templates/${id}`}
        now={new Date().toISOString()}
      />
    </div>
  );
});
