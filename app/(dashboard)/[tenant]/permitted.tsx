import type { ReactNode } from "react";
import type { TenantActor } from "@/lib/actor";
import type { Permission } from "@/lib/permissions";

export interface PermittedProps {
  actor: Pick<TenantActor, "permissions">;
  permission: Permission;
  children: ReactNode;
}

/**
 * Shows a control to those who may use it, so that pages need no condition about access. It guards nothing: the command
 * behind the control names the permission too, and is refused without it.
 */
export function Permitted({ actor, permission, children }: PermittedProps) {
  return actor.permissions.has(permission) ? children : null;
}
