import { useLocale, useTranslations } from "next-intl";
import { settingLabels, settingText } from "@/app/(dashboard)/[tenant]/settings/labels";
import { Badge } from "@/components/ui/badge";
import { DiffView } from "@/components/ui/diff-view";
import type { Texts } from "@/lib/messages/texts";
import type { AccountChange, RoleChange, SettingChange } from "@/lib/templates/schema";
import { SETTING_NAMES } from "@/lib/tenant-settings";

const TONES = { added: "success", removed: "danger", changed: "info" } as const;

interface RoleChangesProps {
  roles: readonly (RoleChange & { member_count?: number })[];
}

/** Roles that come, go or change, with what they gain and lose. */
export function RoleChanges({ roles }: RoleChangesProps) {
  const t = useTranslations("server.adminTemplates");
  return (
    <ul className="divide-y">
      {roles.map((role) => (
        <li key={role.key} className="flex flex-col gap-1.5 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={TONES[role.change]}>{t(`changes.${role.change}`)}</Badge>
            <span className="font-medium">{role.name}</span>
            {role.previous_name && (
              <span className="text-muted-foreground">{t("changes.wasCalled", { name: role.previous_name })}</span>
            )}
            {role.member_count !== undefined && role.change === "changed" && (
              <span className="text-muted-foreground">{t("changes.people", { count: role.member_count })}</span>
            )}
          </p>
          {role.description_changed && <p className="text-muted-foreground text-xs">{t("changes.described")}</p>}
          <Permissions t={t} sign="+" names={role.permissions_added} />
          <Permissions t={t} sign="−" names={role.permissions_removed} />
        </li>
      ))}
    </ul>
  );
}

interface PermissionsProps {
  t: Texts<"server.adminTemplates">;
  sign: "+" | "−";
  names: readonly string[];
}

function Permissions({ t, sign, names }: PermissionsProps) {
  if (names.length === 0) return null;
  const isGain = sign === "+";
  return (
    <ul className="flex flex-wrap gap-1" aria-label={isGain ? t("changes.gained") : t("changes.lost")}>
      {names.map((name) => (
        <li key={name}>
          <Badge tone={isGain ? "success" : "danger"} className="font-mono font-normal">
            <span aria-hidden>{sign}</span> {name}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

interface SettingChangesProps {
  settings: readonly SettingChange[];
  /** Names of roles by key, as limits name them. */
  roleNames: Readonly<Record<string, string>>;
}

/** Settings before and after, in words. */
export function SettingChanges({ settings, roleNames }: SettingChangesProps) {
  const texts = useTranslations("client.settings");
  const words = { roles: roleNames, locale: useLocale() };
  const known = settings.flatMap(({ name, before, after }) => {
    const setting = SETTING_NAMES.find((one) => one === name);
    return setting ? [{ setting, before, after }] : [];
  });
  const side = (which: "before" | "after") =>
    Object.fromEntries(
      known.map(({ setting, ...values }) => [setting, settingText(texts, setting, values[which], words)]),
    );
  return <DiffView before={side("before")} after={side("after")} labels={settingLabels(texts)} unchangedShown />;
}

/** Sample accounts that come, go or change. */
export function AccountChanges({ accounts }: { accounts: readonly AccountChange[] }) {
  const t = useTranslations("server.adminTemplates");
  const labels = {
    name: t("accountFields.name"),
    display_name: t("accountFields.displayName"),
    parent: t("accountFields.parent"),
    currency: t("accountFields.currency"),
    country: t("accountFields.country"),
  };
  return (
    <ul className="divide-y">
      {accounts.map(({ name, change, before, after }) => (
        <li key={name} className="flex flex-col gap-1.5 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-2">
            <Badge tone={TONES[change]}>{t(`changes.${change}`)}</Badge>
            <span className="font-medium">{name}</span>
            {change !== "changed" && <span className="text-muted-foreground">{placeText(t, after ?? before)}</span>}
          </p>
          {change === "changed" && <DiffView before={before} after={after} labels={labels} />}
        </li>
      ))}
    </ul>
  );
}

function placeText(t: Texts<"server.adminTemplates">, account: AccountChange["after"]): string {
  if (!account) return "";
  return [
    account.parent ? t("changes.below", { parent: account.parent }) : t("changes.atTop"),
    account.currency,
    account.country,
  ]
    .filter(Boolean)
    .join(" · ");
}
