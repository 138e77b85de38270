import { ALL_PERMISSIONS, PERMISSIONS, type Permission } from "@/lib/permissions";
import { fieldLabel } from "../audit-logs/readable-record";

export interface PermissionGroup {
  label: string;
  permissions: { name: Permission; meaning: string }[];
}

/** Permissions under the resource they are about, in the order of the vocabulary. */
export function permissionGroups(permissions: readonly Permission[] = ALL_PERMISSIONS): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>();
  for (const name of ALL_PERMISSIONS.filter((one) => permissions.includes(one))) {
    const resource = name.split(":")[0] ?? name;
    const group = groups.get(resource) ?? { label: fieldLabel(resource).replace("Api", "API"), permissions: [] };
    group.permissions.push({ name, meaning: PERMISSIONS[name] });
    groups.set(resource, group);
  }
  return [...groups.values()];
}

/** Permissions that change nothing and show no personal data in full. */
export function readOnly(permissions: readonly Permission[]): Permission[] {
  return permissions.filter((name) => name.endsWith(":read"));
}

/** A few words for a key's permissions: "Everything", "Read only (5)", "3 permissions". */
export function scopeSummary(permissions: readonly Permission[]): string {
  if (permissions.length === ALL_PERMISSIONS.length) return "Everything";
  if (readOnly(permissions).length === permissions.length) return `Read only (${permissions.length})`;
  return permissions.length === 1 ? "1 permission" : `${permissions.length} permissions`;
}
