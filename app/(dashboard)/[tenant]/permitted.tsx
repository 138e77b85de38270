import type { ReactNode } from "react";
import type { TenantActor } from "@/lib/actor";
import type { Permission } from "@/lib/permissions";

// Pages need no condition about access: what one may not use is left out here, in one place. It guards nothing; commands
// and queries name their permission too, and are refused without it.

type Holder = Pick<TenantActor, "permissions">;

export interface PermittedProps {
  actor: Holder;
  permission: Permission;
  children: ReactNode;
}

/** Shows a control to those who may use it. */
export function Permitted({ actor, permission, children }: PermittedProps) {
  return actor.permissions.has(permission) ? children : null;
}

/** The answer of a query that only adds to a page; `null`, and nothing asked, without the permission. */
export async function whenPermitted<T>(
  actor: Holder,
  permission: Permission,
  query: () => Promise<T>,
): Promise<T | null> {
  return actor.permissions.has(permission) ? query() : null;
}
