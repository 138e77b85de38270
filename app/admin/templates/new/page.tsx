import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { getTemplate } from "@/lib/templates/queries";
import { isUuid } from "@/lib/text";
import { TemplateForm } from "../_form/template-form";
import { freshStart, startFrom } from "../_form/template-start";

export const metadata: Metadata = { title: "New template" };

export default adminPage(async ({ admin, searchParams: { from } }) => {
  const copied = typeof from === "string" && isUuid(from) ? await getTemplate(admin, { id: from }) : null;
  return (
    <div className="mx-auto w-full max-w-5xl">
      <PageHeader
        title="New template"
        description={
          copied ? `Begins as a copy of ${copied.name} v${copied.version}.` : "Begins with the built-in roles."
        }
        breadcrumb={[{ label: "Templates", href: "/admin/templates" }, { label: "New" }]}
      />
      <TemplateForm
        start={copied ? startFrom(copied, { asVersion: false }) : freshStart()}
        cancelHref={copied ? `/admin/templates/${copied.id}` : "/admin/templates"}
        now={new Date().toISOString()}
      />
    </div>
  );
});
