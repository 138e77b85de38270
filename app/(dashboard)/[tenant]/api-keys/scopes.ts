import type { Texts } from "@/lib/messages/texts";
import { ALL_PERMISSIONS, BUILT_IN_ROLES, type BuiltInRole, PERMISSIONS, type Permission } from "@/lib/permissions";
import type { Role } from "@/lib/roles/schema";

type ResourceOf<Name> = Name extends `${infer Resource}:${string}` ? Resource : never;

export interface PermissionGroup {
  label: string;
  permissions: { name: Permission; meaning: string }[];
}

/** Permissions under the resource they are about, in the order of the vocabulary, in the page's language. */
export function permissionGroups(
  t: Texts<"client.permissions">,
  sentence: (english: string) => string,
  permissions: readonly Permission[] = ALL_PERMISSIONS,
): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>();
  for (const name of ALL_PERMISSIONS.filter((one) => permissions.includes(one))) {
    // What stands before the colon, which the type of `split` does not tell.
    const resource = name.split(":")[0] as ResourceOf<Permission>;
    const group = groups.get(resource) ?? { label: t(`resources.${resource}`), permissions: [] };
    group.permissions.push({ name, meaning: sentence(PERMISSIONS[name]) });
    groups.set(resource, group);
  }
  return [...groups.values()];
}

/** Permissions that change nothing and show no personal data in full. */
export function readOnly(permissions: readonly Permission[]): Permission[] {
  return permissions.filter((name) => name.endsWith(":read"));
}

/** A few words for a key's permissions: "Everything", "Read only (5)", "3 permissions". */
export function scopeSummary(t: Texts<"client.permissions">, permissions: readonly Permission[]): string {
  if (permissions.length === ALL_PERMISSIONS.length) return t("everything");
  if (readOnly(permissions).length === permissions.length) return t("readOnly", { count: permissions.length });
  return t("count", { count: permissions.length });
}

/** What a role is for, in a sentence: its own description, or what is known of a built-in one; `null` without either. */
export function roleAbout(t: Texts<"client.permissions">, role: Pick<Role, "key" | "description">): string | null {
  if (role.description) return role.description;
  return isBuiltIn(role.key) ? t(`builtInRoles.${role.key}`) : null;
}

function isBuiltIn(key: string | null): key is BuiltInRole {
  return key !== null && Object.hasOwn(BUILT_IN_ROLES, key);
}
