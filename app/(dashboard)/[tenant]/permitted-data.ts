import type { TenantActor } from "@/lib/actor";
import type { Permission } from "@/lib/permissions";

/**
 * A part of a page that needs a permission of its own: those without it get the page with `otherwise` in its place. The
 * query names the permission itself; this only keeps one part from refusing the whole page.
 */
export async function permittedData<T, O>(
  actor: TenantActor,
  permission: Permission,
  query: () => Promise<T>,
  otherwise: O,
): Promise<T | O> {
  return actor.permissions.has(permission) ? query() : otherwise;
}
