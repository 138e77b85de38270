import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getTemplate, listTemplateVersions } from "@/lib/templates/queries";
import { AccountTree } from "../_view/account-tree";
import { SettingsList } from "../_view/settings-list";
import { TemplatePermissions } from "../_view/template-permissions";
import { TenantsCard } from "../_view/tenants-card";
import { VersionsCard } from "../_view/versions-card";
import { ArchiveButton } from "./archive-button";

export const generateMetadata = pageTitle((t) => t("adminTemplates.template"));

export default adminPage<{ id: string }>(async ({ admin, params, person: { timeZone } }) => {
  const t = await getTranslations("server.adminTemplates");
  const template = await getTemplate(admin, { id: recordId(params.id) });
  const versions = await listTemplateVersions(admin, template);
  const { id, name, version, is_newest, archived_at } = template;
  return (
    <div className="flex min-w-0 flex-col gap-4 [&>header]:mb-0">
      <PageHeader
        breadcrumb={[{ label: t("list"), href: "/admin/templates" }, { label: name }]}
        title={name}
        badge={
          <>
            <Badge tone={is_newest ? "accent" : "neutral"}>
              {is_newest ? t("detail.newest", { version }) : `v${version}`}
            </Badge>
            {archived_at && <Badge tone="warning">{t("detail.archived")}</Badge>}
          </>
        }
        description={template.description}
        actions={
          <>
            <ArchiveButton id={id} name={name} isArchived={archived_at !== null} />
            <ButtonLink href={`/admin/templates/new?from=${id}`}>{t("detail.copy")}</ButtonLink>
            {is_newest && !archived_at && (
              <ButtonLink href={`/admin/templates/${id}/edit`} variant="primary">
                <Icon name="pencil" /> {t("edit.version")}
              </ButtonLink>
            )}
          </>
        }
      />
      {!is_newest && <Alert>{t("detail.older")}</Alert>}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <Card title={t("settings")} description={t("detail.settingsHelp")}>
            <SettingsList template={template} />
          </Card>
          <Card title={t("samples")} description={t("detail.samplesHelp")}>
            {template.accounts.length > 0 ? (
              <AccountTree accounts={template.accounts} />
            ) : (
              <p className="text-muted-foreground">{t("detail.noSamples")}</p>
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <VersionsCard versions={versions} shownId={id} timeZone={timeZone} />
          <TenantsCard template={template} />
        </div>
      </div>
      <Card title={t("roles")} description={t("detail.rolesHelp")} flush>
        <TemplatePermissions roles={template.roles} />
      </Card>
    </div>
  );
});
