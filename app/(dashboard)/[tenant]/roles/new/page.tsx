import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { getRole } from "@/lib/roles/queries";
import { recordId } from "../../record-id";
import { RoleForm } from "../role-form";

export const metadata: Metadata = { title: "New role" };

export default tenantPage(
  async ({ actor, tenant, searchParams }) => {
    const path = `/${tenant.slug}/roles`;
    const model =
      typeof searchParams.copy === "string" ? await getRole(actor, { id: recordId(searchParams.copy) }) : null;
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={model ? `Copy of ${model.name}` : "New role"}
          description="A role gives no more than you hold yourself."
          breadcrumb={[{ label: "Roles", href: path }, { label: "New" }]}
        />
        <Card>
          <RoleForm
            tenantSlug={tenant.slug}
            path={path}
            start={{
              name: model ? `${model.name.slice(0, 93)} (copy)` : "",
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
