import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Page } from "@/lib/list-query";
import type { Member } from "@/lib/members/schema";
import type { Role } from "@/lib/roles/schema";
import { permissionGroups } from "../../api-keys/scopes";

/** What the role may do, under the resource that it is about. */
export function RolePermissions({ role }: { role: Role }) {
  return (
    <Card
      title="Permissions"
      {...(role.grants_all && { description: "Passes every check inside the tenant, of permissions to come as well" })}
    >
      {role.permissions.length === 0 && <p className="text-muted-foreground">None yet.</p>}
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {permissionGroups(role.permissions).map(({ label, permissions }) => (
          <div key={label}>
            <dt className="text-muted-foreground text-xs">{label}</dt>
            {permissions.map(({ name, meaning }) => (
              <dd key={name} className="mt-1">
                <code className="font-mono text-xs">{name}</code>
                <span className="block text-muted-foreground text-xs">{meaning}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}

export interface RoleMembersProps {
  /** `null` for whom the team is closed. */
  members: Page<Member> | null;
  teamPath: string;
  roleId: string;
}

/** Who has the role. */
export function RoleMembers({ members, teamPath, roleId }: RoleMembersProps) {
  if (members === null) return null;
  return (
    <Card
      title="Members"
      flush
      actions={
        <Link href={`${teamPath}?role=${roleId}`} className="text-accent text-xs hover:underline">
          Open in the team
        </Link>
      }
    >
      {members.items.length === 0 && <p className="p-4 text-muted-foreground">Nobody has it.</p>}
      <ul className="divide-y">
        {members.items.map(({ id, name, email }) => (
          <li key={id} className="px-4 py-2">
            <Link href={`${teamPath}/${id}`} className="text-accent hover:underline">
              {name}
            </Link>
            {email && <span className="block truncate text-muted-foreground text-xs">{email}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
