import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { getTemplate } from "@/lib/templates/queries";
import { TemplateForm } from "../../_form/template-form";
import { startFrom } from "../../_form/template-start";

export const metadata: Metadata = { title: "New version of a template" };

export default adminPage<{ id: string }>(async ({ admin, params }) => {
  const template = await getTemplate(admin, { id: recordId(params.id) });
  const { id, name, version } = template;
  return (
    <div className="mx-auto w-full max-w-5xl">
      <PageHeader
        title={`New version of ${name}`}
        description={`Begins as version ${version}, which stays as it is. Tenants stay on theirs until you put them on this one.`}
        breadcrumb={[
          { label: "Templates", href: "/admin/templates" },
          { label: name, href: `/admin/templates/${id}` },
          { label: "New version" },
        ]}
      />
      <TemplateForm
        start={startFrom(template, { asVersion: true })}
        cancelHref={`/admin/templates/${id}`}
        now={new Date().toISOString()}
      />
    </div>
  );
});
