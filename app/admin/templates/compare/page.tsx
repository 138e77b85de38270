import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { compareTemplates, getTemplate, listTemplateChoices } from "@/lib/templates/queries";
import { AccountChanges, RoleChanges, SettingChanges } from "../_view/changes";
import { ComparePicker } from "./compare-picker";

export const generateMetadata = pageTitle((t) => t("adminTemplates.compare.title"));

export default adminPage(async ({ admin, searchParams }) => {
  const t = await getTranslations("server.adminTemplates");
  const [from, to] = [recordId(String(searchParams.from)), recordId(String(searchParams.to))];
  const [comparison, choices, before, after] = await Promise.all([
    compareTemplates(admin, { from, to }),
    listTemplateChoices(admin),
    getTemplate(admin, { id: from }),
    getTemplate(admin, { id: to }),
  ]);
  const { roles, settings, accounts } = comparison;
  const roleNames = Object.fromEntries([...before.roles, ...after.roles].map(({ key, name }) => [key, name]));
  return (
    <div className="flex min-w-0 flex-col gap-4 [&>header]:mb-0">
      <PageHeader
        breadcrumb={[
          { label: t("list"), href: "/admin/templates" },
          { label: after.name, href: `/admin/templates/${to}` },
          { label: t("compare.crumb") },
        ]}
        title={t("compare.heading", {
          from: `${before.name} v${before.version}`,
          to: `${after.name} v${after.version}`,
        })}
        description={t("compare.help")}
      />
      <ComparePicker choices={choices} from={from} to={to} />
      {roles.length + settings.length + accounts.length === 0 && <Alert tone="success">{t("compare.same")}</Alert>}
      {roles.length > 0 && (
        <Card title={t("roles")} flush>
          <RoleChanges roles={roles} />
        </Card>
      )}
      {settings.length > 0 && (
        <Card title={t("settings")}>
          <SettingChanges settings={settings} roleNames={roleNames} />
        </Card>
      )}
      {accounts.length > 0 && (
        <Card title={t("samples")} flush>
          <AccountChanges accounts={accounts} />
        </Card>
      )}
    </div>
  );
});
