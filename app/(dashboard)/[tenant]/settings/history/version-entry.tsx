import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DiffView } from "@/components/ui/diff-view";
import type { JsonRecord } from "@/components/ui/record-diff";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { TenantConfigVersion } from "@/lib/tenant-configs/schema";
import { SETTING_NAMES, type SettingName } from "@/lib/tenant-settings";
import { actorText } from "../../audit-logs/labels";
import { type RoleNames, type SettingWords, settingLabels, settingText } from "../labels";

export interface VersionEntryProps {
  version: TenantConfigVersion;
  roles: RoleNames;
  timeZone: string;
  /** What to do about this version, if anything. */
  action: ReactNode;
}

/** One change of the settings: who, when, and what, in words. */
export function VersionEntry({ version, roles, timeZone, action }: VersionEntryProps) {
  const labels = useTranslations("client.settings");
  const t = useTranslations("server.settings.versions");
  const log = useTranslations("client.auditLogs");
  const words = { roles, locale: useLocale() };
  const { settings, previous_settings: before } = version;
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start gap-2">
        {/* As wide as a time with its zone, which does not break: on a telephone the action goes below. */}
        <p className="flex flex-1 basis-60 flex-wrap gap-x-2">
          <span className="font-medium">{t("version", { version: version.version })}</span>
          <span className="text-muted-foreground">
            {actorText(log, { actor_kind: version.changed_by.kind, actor_label: version.changed_by.name })} ·{" "}
            <Timestamp value={version.created_at} timeZone={timeZone} style="second" />
          </span>
        </p>
        {action}
      </div>
      {before ? (
        <DiffView
          before={inWords(labels, before, words)}
          after={inWords(labels, settings, words)}
          labels={settingLabels(labels)}
        />
      ) : (
        <p className="text-muted-foreground text-sm">{t("made")}</p>
      )}
    </li>
  );
}

/** Values as people read them; what today's settings do not know any more keeps its name. */
function inWords(t: Texts<"client.settings">, stored: Record<string, unknown>, words: SettingWords): JsonRecord {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, settingText(t, nameOf(name), value, words)]),
  );
}

function nameOf(name: string): SettingName {
  return SETTING_NAMES.find((known) => known === name) ?? "default_currency";
}
