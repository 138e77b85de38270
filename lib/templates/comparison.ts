import { SETTING_NAMES, type TenantSettings } from "../tenant-settings";
import { grantsAll, type TemplateAccount, type TemplateDefinition, type TemplateRole } from "./definition";
import type { AccountChange, RoleChange, SettingChange, TemplateComparison, TemplatePreview } from "./schema";

/** What of a role can differ. */
type RoleContent = Pick<TemplateRole, "key" | "name" | "description"> & { permissions: readonly string[] };

/** What differs between two definitions; what is alike is left out. */
export function compareDefinitions(
  from: TemplateDefinition,
  to: TemplateDefinition,
): Pick<TemplateComparison, "roles" | "settings" | "accounts"> {
  return {
    roles: compareRoles(from.roles, to.roles),
    settings: compareSettings(from.settings, to.settings),
    accounts: compareAccounts(from.accounts, to.accounts),
  };
}

/** Roles that come, go or change, by their keys. */
export function compareRoles(from: readonly RoleContent[], to: readonly RoleContent[]): RoleChange[] {
  const before = new Map(from.map((role) => [role.key, role]));
  const kept = new Set(to.map(({ key }) => key));
  const gone = from.filter(({ key }) => !kept.has(key));
  return [
    ...to.flatMap((role) => changeOfRole(before.get(role.key), role) ?? []),
    ...gone.map((role) => ({ ...wholeRole(role, "removed"), permissions_removed: [...role.permissions] })),
  ];
}

function changeOfRole(before: RoleContent | undefined, after: RoleContent): RoleChange | null {
  if (!before) return { ...wholeRole(after, "added"), permissions_added: [...after.permissions] };
  const change: RoleChange = {
    ...wholeRole(after, "changed"),
    previous_name: before.name === after.name ? null : before.name,
    description_changed: (before.description ?? "") !== (after.description ?? ""),
    // Roles that pass every check name no permissions, so there is nothing to compare.
    permissions_added: grantsAll(after.key)
      ? []
      : after.permissions.filter((name) => !before.permissions.includes(name)),
    permissions_removed: grantsAll(after.key)
      ? []
      : before.permissions.filter((name) => !after.permissions.includes(name)),
  };
  const isAlike =
    change.previous_name === null &&
    !change.description_changed &&
    change.permissions_added.length + change.permissions_removed.length === 0;
  return isAlike ? null : change;
}

function wholeRole({ key, name }: RoleContent, change: RoleChange["change"]): RoleChange {
  return {
    key,
    change,
    name,
    previous_name: null,
    description_changed: false,
    permissions_added: [],
    permissions_removed: [],
  };
}

/** Settings whose value differs. */
export function compareSettings(from: TenantSettings, to: TenantSettings): SettingChange[] {
  return SETTING_NAMES.flatMap((name) => {
    const [before, after] = [from[name] ?? null, to[name] ?? null];
    return isSame(before, after) ? [] : [{ name, before, after }];
  });
}

function compareAccounts(from: readonly TemplateAccount[], to: readonly TemplateAccount[]): AccountChange[] {
  const keyOf = ({ name }: TemplateAccount) => name.toLowerCase();
  const before = new Map(from.map((account) => [keyOf(account), account]));
  const kept = new Set(to.map(keyOf));
  return [
    ...to.flatMap((after): AccountChange[] => {
      const old = before.get(keyOf(after));
      if (!old) return [{ name: after.name, change: "added", before: null, after }];
      return isSame(old, after) ? [] : [{ name: after.name, change: "changed", before: old, after }];
    }),
    ...from
      .filter((account) => !kept.has(keyOf(account)))
      .map((old): AccountChange => ({ name: old.name, change: "removed", before: old, after: null })),
  ];
}

/** True if applying would change nothing at all. */
export function isUpToDate({ current, template, settings, roles }: TemplatePreview): boolean {
  return current?.id === template.id && settings.length === 0 && roles.length === 0;
}

/** True if two values out of JSON are alike; the order of an object's keys says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** The same text for the same JSON value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
