import type { MemberActor } from "@/lib/actor";
import type { Permission } from "@/lib/permissions";

/**
 * Slug of the tenant for lists whose rows the person may change; null for those who only look: without the permission, or
 * through a view. It guards nothing, it spares them checkboxes that lead nowhere.
 */
export function changesIn(
  tenant: { slug: string },
  actor: Pick<MemberActor, "permissions" | "view">,
  permission: Permission,
): string | null {
  return actor.permissions.has(permission) && !actor.view ? tenant.slug : null;
}
