import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listTenantConfigVersions } from "@/lib/tenant-configs/queries";
import { tenantConfigVersionList } from "@/lib/tenant-configs/schema";
import { readSettings, SETTING_NAMES } from "@/lib/tenant-settings";
import { linksOf, readList } from "../../list-state";
import { readSettingsTab } from "../tab-data";
import { RestoreButton } from "./restore-button";
import { VersionEntry } from "./version-entry";
import { VersionsPager } from "./versions-pager";

export const generateMetadata = pageTitle((t) => t("settings.history"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.settings.versions");
  const path = `/${tenant.slug}/settings/history`;
  const { query } = readList(tenantConfigVersionList, searchParams, person);
  const [page, { roles, config, mayChange }] = await Promise.all([
    listTenantConfigVersions(actor, query),
    readSettingsTab(actor, tenant.slug),
  ]);
  return (
    <Card title={t("title")} description={t("help")} flush>
      {page.items.length === 0 && <EmptyState title={t("none")} description={t("noneHelp")} />}
      <ol className="divide-y">
        {page.items.map((version) => (
          <VersionEntry
            key={version.id}
            version={version}
            roles={roles}
            timeZone={person.timeZone}
            action={
              mayChange &&
              version.version !== config.version && (
                <RestoreButton
                  tenantSlug={tenant.slug}
                  version={version.version}
                  settings={settingsOf(version.settings)}
                  currentVersion={config.version}
                />
              )
            }
          />
        ))}
      </ol>
      <VersionsPager page={page} links={linksOf(tenantConfigVersionList, query, path, page)} />
    </Card>
  );
});

/** Every setting as an older version had it; what it did not set is null, so that it is cleared. */
function settingsOf(stored: Record<string, unknown>): Record<string, unknown> {
  const then = readSettings(stored);
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, then[name] ?? null]));
}
