import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { listRoleChoices } from "@/lib/roles/queries";
import { Permitted } from "../permitted";
import { RoleCards } from "./role-cards";
import { RoleMatrix } from "./role-matrix";

export const metadata: Metadata = { title: "Roles" };

export default tenantPage(async ({ actor, tenant }) => {
  const path = `/${tenant.slug}/roles`;
  const roles = await listRoleChoices(actor);
  return (
    <>
      <PageHeader
        title="Roles"
        description="What each role may do. The built-in ones stay as they are; copy one to make your own."
        actions={
          <Permitted actor={actor} permission="roles:write">
            <ButtonLink href={`${path}/new`} variant="primary">
              <Plus aria-hidden /> New role
            </ButtonLink>
          </Permitted>
        }
      />
      <RoleMatrix path={path} roles={roles} />
      <RoleCards path={path} roles={roles} />
    </>
  );
});
