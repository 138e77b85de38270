import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { HeldMark, PermissionMatrix } from "@/components/ui/permission-matrix";
import type { Role } from "@/lib/roles/schema";
import { permissionGroups } from "../api-keys/scopes";

export interface RoleListProps {
  /** Address of the roles. */
  path: string;
  roles: readonly Role[];
}

/** Permissions against roles, where there is room for a table. */
export function RoleMatrix({ path, roles }: RoleListProps) {
  const heads = roles.map(({ id, name, key, member_count }) => ({
    id,
    head: (
      <>
        <Link href={`${path}/${id}`} className="text-accent hover:underline">
          {name}
        </Link>
        <span className="block font-normal text-muted-foreground text-xs tabular-nums">
          {membersText(member_count)}
        </span>
        {key === null && <Badge tone="accent">Own</Badge>}
      </>
    ),
  }));
  return (
    <PermissionMatrix
      groups={permissionGroups()}
      roles={heads}
      cell={(name, index) => <HeldMark isHeld={roles[index]?.permissions.some((held) => held === name) ?? false} />}
      className="hidden rounded-lg border bg-surface md:block"
    />
  );
}

/** "Nobody", "1 member", "3 members". */
export function membersText(count: number): string {
  if (count === 0) return "Nobody";
  return count === 1 ? "1 member" : `${count.toLocaleString("en")} members`;
}
