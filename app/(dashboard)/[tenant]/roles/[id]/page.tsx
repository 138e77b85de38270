import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { parseListParams } from "@/lib/list-query";
import { listMembers } from "@/lib/members/queries";
import { memberList } from "@/lib/members/schema";
import { getRole } from "@/lib/roles/queries";
import { roleAbout } from "../../api-keys/scopes";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { RoleActions } from "./role-actions";
import { RoleMembers, RolePermissions } from "./role-details";

export const generateMetadata = pageTitle((t) => t("roles.role"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const path = `/${tenant.slug}/roles`;
  const t = await getTranslations("server.roles");
  const { query } = parseListParams(memberList, { role: id, size: "100" }, { mode: "strict" });
  const [role, members, history] = await Promise.all([
    getRole(actor, { id }),
    permittedData(actor, "members:read", () => listMembers(actor, query), null),
    readHistory(actor, "roles", id),
  ]);
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("list"), href: path }, { label: role.name }]}
        title={role.name}
        badge={
          <Badge tone={role.key === null ? "accent" : "neutral"}>{role.key === null ? t("own") : t("builtIn")}</Badge>
        }
        description={roleAbout(await getTranslations("client.permissions"), role)}
        actions={<RoleActions actor={actor} tenantSlug={tenant.slug} role={role} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="min-w-0 xl:col-span-2">
          <RolePermissions role={role} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RoleMembers members={members} teamPath={`/${tenant.slug}/team`} roleId={id} />
          <RecordHistory
            history={history}
            table="roles"
            recordId={id}
            tenantPath={`/${tenant.slug}`}
            timeZone={person.timeZone}
          />
        </div>
      </div>
    </>
  );
});
