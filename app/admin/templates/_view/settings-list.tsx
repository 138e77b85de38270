import { useLocale, useTranslations } from "next-intl";
import { settingText } from "@/app/(dashboard)/[tenant]/settings/labels";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { Template } from "@/lib/templates/schema";
import { SETTING_NAMES } from "@/lib/tenant-settings";

/** The settings that a template has; all others count as they do where nobody sets them. */
export function SettingsList({ template: { settings, roles } }: { template: Template }) {
  const t = useTranslations("server.adminTemplates");
  const texts = useTranslations("client.settings");
  const words = { roles: Object.fromEntries(roles.map(({ key, name }) => [key, name])), locale: useLocale() };
  const given = SETTING_NAMES.filter((name) => settings[name] !== undefined);
  if (given.length === 0) return <p className="text-muted-foreground">{t("detail.noSettings")}</p>;
  return (
    <DescriptionList>
      {given.map((name) => (
        <DescriptionItem key={name} term={texts(`names.${name}`)}>
          {settingText(texts, name, settings[name], words)}
        </DescriptionItem>
      ))}
    </DescriptionList>
  );
}
