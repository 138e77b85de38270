import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { getTemplate, listTemplateVersions } from "@/lib/templates/queries";
import { AccountTree } from "../_view/account-tree";
import { SettingsList } from "../_view/settings-list";
import { TemplatePermissions } from "../_view/template-permissions";
import { TenantsCard } from "../_view/tenants-card";
import { VersionsCard } from "../_view/versions-card";
import { ArchiveButton } from "./archive-button";

export const metadata: Metadata = { title: "Template" };

export default adminPage<{ id: string }>(async ({ admin, params, person: { timeZone } }) => {
  const template = await getTemplate(admin, { id: recordId(params.id) });
  const versions = await listTemplateVersions(admin, template);
  const { id, name, version, is_newest, archived_at } = template;
  return (
    <div className="flex min-w-0 flex-col gap-4 [&>header]:mb-0">
      <PageHeader
        breadcrumb={[{ label: "Templates", href: "/admin/templates" }, { label: name }]}
        title={name}
        badge={
          <>
            <Badge tone={is_newest ? "accent" : "neutral"}>{is_newest ? `v${version}, newest` : `v${version}`}</Badge>
            {archived_at && <Badge tone="warning">Archived</Badge>}
          </>
        }
        description={template.description}
        actions={
          <>
            <ArchiveButton id={id} name={name} isArchived={archived_at !== null} />
            <ButtonLink href={`/admin/templates/new?from=${id}`}>Copy</ButtonLink>
            {is_newest && !archived_at && (
              <ButtonLink href={`/admin/templates/${id}/edit`} variant="primary">
                <Pencil aria-hidden /> New version
              </ButtonLink>
            )}
          </>
        }
      />
      {!is_newest && <Alert>This is an older version: new tenants start from the newest one.</Alert>}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <Card title="Settings" description="They count in a tenant until it sets its own.">
            <SettingsList template={template} />
          </Card>
          <Card title="Sample accounts" description="Made with a new tenant, if whoever makes it wants them.">
            {template.accounts.length > 0 ? (
              <AccountTree accounts={template.accounts} />
            ) : (
              <p className="text-muted-foreground">This template has none.</p>
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <VersionsCard versions={versions} shownId={id} timeZone={timeZone} />
          <TenantsCard template={template} />
        </div>
      </div>
      <Card title="Roles" description="What each role may do in tenants on this version." flush>
        <TemplatePermissions roles={template.roles} />
      </Card>
    </div>
  );
});
