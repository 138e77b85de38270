import type { Texts } from "@/lib/messages/texts";
import { ALL_PERMISSIONS, BUILT_IN_ROLES } from "@/lib/permissions";
import { grantsAll, type TemplateRole } from "@/lib/templates/definition";
import type { CreateTemplateInput, Template } from "@/lib/templates/schema";
import { readSettings, SETTING_NAMES, type TenantSettings } from "@/lib/tenant-settings";

type SettingValues = { [Name in keyof Required<TenantSettings>]: TenantSettings[Name] | null };

/** What the form shows at first. */
export interface TemplateStart extends Omit<CreateTemplateInput, "settings"> {
  settings: SettingValues;
}

/** The form of a template that begins with the built-in roles and nothing else. */
export function freshStart(): TemplateStart {
  const roles = Object.entries(BUILT_IN_ROLES).map(([key, { name, permissions }]): TemplateRole => {
    const held = grantsAll(key)
      ? []
      : ALL_PERMISSIONS.filter((one) => permissions.some((permission) => permission === one));
    return { key, name, description: null, permissions: held };
  });
  return { name: "", based_on: null, description: "", note: "", roles, settings: settingValues({}), accounts: [] };
}

/** The form that begins with what a version holds. */
export function startFrom(
  t: Texts<"server.adminTemplates">,
  template: Template,
  { asVersion }: { asVersion: boolean },
): TemplateStart {
  const { id, name, description, roles, settings, accounts } = template;
  return {
    name: asVersion ? name : t("copyName", { name }),
    based_on: asVersion ? id : null,
    description,
    note: "",
    roles: roles.map(({ grants_all: _all, ...role }) => role),
    settings: settingValues(readSettings(settings)),
    accounts,
  };
}

/** Each setting has its own name, and null where it has no value: all that the type says. */
function settingValues(settings: TenantSettings): SettingValues {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, settings[name] ?? null])) as SettingValues;
}

/** A switch that is off says no more than a setting that is left out. */
export function withoutNo(input: CreateTemplateInput): CreateTemplateInput {
  const settings = Object.fromEntries(
    Object.entries(input.settings).filter(([, value]) => value !== false && value !== null),
  );
  return { ...input, settings };
}
