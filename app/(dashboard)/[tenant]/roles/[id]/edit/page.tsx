import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { getRole } from "@/lib/roles/queries";
import { recordId } from "../../../record-id";
import { RoleForm } from "../../role-form";

export const metadata: Metadata = { title: "Change a role" };

export default tenantPage<{ id: string }>(
  async ({ actor, tenant, params }) => {
    const path = `/${tenant.slug}/roles`;
    const role = await getRole(actor, { id: recordId(params.id) });
    const { id, name, description, permissions } = role;
    return (
      <div className="mx-auto w-full max-w-3xl">
        <PageHeader
          title={`Change ${name}`}
          description="Whoever has this role has the change with the next request."
          breadcrumb={[{ label: "Roles", href: path }, { label: name, href: `${path}/${id}` }, { label: "Change" }]}
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
