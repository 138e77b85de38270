import { useTranslations } from "next-intl";
import { settingLabels } from "@/app/(dashboard)/[tenant]/settings/labels";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { isUpToDate } from "@/lib/templates/comparison";
import type { TemplatePreview } from "@/lib/templates/schema";
import { SETTING_NAMES } from "@/lib/tenant-settings";
import { RoleChanges, SettingChanges } from "../../../templates/_view/changes";
import { ApplyForm } from "./apply-form";

/** What a version would change in the tenant, and the form that does it. */
export function Preview({ preview }: { preview: TemplatePreview }) {
  const t = useTranslations("server.adminTenants");
  const labels = settingLabels(useTranslations("client.settings"));
  const sentence = useSentence();
  const { template, settings, roles, kept_settings, untouched_roles, conflicts } = preview;
  const name = `${template.name} v${template.version}`;
  if (isUpToDate(preview)) return <Alert tone="success">{t("template.upToDate", { name })}</Alert>;
  const kept = SETTING_NAMES.filter((setting) => kept_settings.includes(setting));
  return (
    <>
      {conflicts.length > 0 && (
        <Alert tone="warning" title={t("template.blocked", { name })}>
          <ul className="ms-4 list-disc">
            {conflicts.map((conflict) => (
              <li key={conflict}>{sentence(conflict)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Card title={t("template.settings")} description={t("template.settingsHelp")}>
        {settings.length > 0 ? (
          <SettingChanges
            settings={settings}
            roleNames={Object.fromEntries(roles.map((role) => [role.key, role.name]))}
          />
        ) : (
          <p className="text-muted-foreground">{t("template.nothing")}</p>
        )}
        {kept.length > 0 && (
          <p className="mt-3 text-muted-foreground text-xs">
            {t("template.kept", { settings: kept.map((setting) => labels[setting]).join(", ") })}
          </p>
        )}
      </Card>
      <Card title={t("template.roles")} description={t("template.rolesHelp")} flush>
        {roles.length > 0 ? (
          <RoleChanges roles={roles} />
        ) : (
          <p className="px-4 py-3 text-muted-foreground">{t("template.nothing")}</p>
        )}
        {untouched_roles.length > 0 && (
          <p className="border-t px-4 py-3 text-muted-foreground text-xs">
            {t("template.untouched", { roles: untouched_roles.join(", ") })}
          </p>
        )}
      </Card>
      {conflicts.length === 0 && (
        <Card title={t("template.apply", { name })}>
          <ApplyForm preview={preview} />
        </Card>
      )}
    </>
  );
}
