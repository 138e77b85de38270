import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listRoleChoices } from "@/lib/roles/queries";
import { Permitted } from "../permitted";
import { RoleCards } from "./role-cards";
import { RoleMatrix } from "./role-matrix";

export const generateMetadata = pageTitle((t) => t("roles.list"));

export default tenantPage(async ({ actor, tenant }) => {
  const path = `/${tenant.slug}/roles`;
  const t = await getTranslations("server.roles");
  const roles = await listRoleChoices(actor);
  return (
    <>
      <PageHeader
        title={t("list")}
        description={t("listHelp")}
        actions={
          <Permitted actor={actor} permission="roles:write">
            <ButtonLink href={`${path}/new`} variant="primary">
              {t("newRole")}
            </ButtonLink>
          </Permitted>
        }
      />
      <RoleMatrix path={path} roles={roles} />
      <RoleCards path={path} roles={roles} />
    </>
  );
});
