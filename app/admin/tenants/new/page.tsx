import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { listTemplateChoices } from "@/lib/templates/queries";
import { CreateTenantForm } from "./create-form";

export const metadata: Metadata = { title: "New tenant" };

export default adminPage(async ({ admin }) => {
  const versions = await listTemplateChoices(admin);
  const templates = versions
    .filter(({ is_newest, is_archived }) => is_newest && !is_archived)
    .map(({ name, version }) => ({ value: name, label: `${name}, version ${version}` }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumb={[{ label: "Tenants", href: "/admin/tenants" }, { label: "New tenant" }]}
        title="New tenant"
        description="Made with the roles and settings of a template. Its first owner is invited by mail."
      />
      <Card>
        <CreateTenantForm templates={templates} />
      </Card>
    </div>
  );
});
