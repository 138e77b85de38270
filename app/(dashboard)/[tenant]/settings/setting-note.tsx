import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Texts } from "@/lib/messages/texts";
import type { SettingSource, TenantConfig } from "@/lib/tenant-configs/schema";
import type { SettingName } from "@/lib/tenant-settings";
import { type RoleNames, settingText } from "./labels";

const SOURCE_TONES = { own: "accent", template: "info", none: "neutral" } as const;

/** What all notes of a tab know. */
export interface SettingFacts {
  config: TenantConfig;
  roles: RoleNames;
}

export interface SettingNoteProps extends SettingFacts {
  name: SettingName;
  /** Takes the tenant's own value away; absent where it is not to be changed. */
  onReset?: () => void;
}

/** What counts now, where it comes from, and the way back to the template's value. */
export function SettingNote({ config, roles, name, onReset }: SettingNoteProps) {
  const t = useTranslations("client.settings");
  const words = { roles, locale: useLocale() };
  const { value, source } = config.settings[name];
  return (
    <p className="-mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <Badge tone={SOURCE_TONES[source]}>{sourceText(t, source, config.template?.name)}</Badge>
      <span className="min-w-0 break-words text-muted-foreground">
        {t("note.inForce", { value: settingText(t, name, value, words) })}
      </span>
      {source === "own" && onReset && (
        <Button variant="link" className="text-xs" onClick={onReset}>
          {t("note.reset")}
        </Button>
      )}
    </p>
  );
}

function sourceText(t: Texts<"client.settings">, source: SettingSource, template = ""): string {
  return source === "template" ? t("note.template", { name: template }).trim() : t(`note.${source}`);
}
