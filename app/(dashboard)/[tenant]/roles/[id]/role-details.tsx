import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Page } from "@/lib/list-query";
import type { Member } from "@/lib/members/schema";
import type { Role } from "@/lib/roles/schema";
import { PermissionList } from "../../api-keys/permission-list";

/** What the role may do, under the resource that it is about. */
export function RolePermissions({ role }: { role: Role }) {
  const t = useTranslations("server.roles");
  return (
    <Card title={t("permissions")} {...(role.grants_all && { description: t("grantsAll") })}>
      {role.permissions.length === 0 && <p className="text-muted-foreground">{t("noPermissions")}</p>}
      <PermissionList permissions={role.permissions} />
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
  const t = useTranslations("server.roles");
  if (members === null) return null;
  return (
    <Card
      title={t("members")}
      flush
      actions={
        <Link href={`${teamPath}?role=${roleId}`} className="text-accent text-xs hover:underline">
          {t("openTeam")}
        </Link>
      }
    >
      {members.items.length === 0 && <p className="p-4 text-muted-foreground">{t("noMembers")}</p>}
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
