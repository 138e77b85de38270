import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import { HeldMark, PermissionMatrix } from "@/components/ui/permission-matrix";
import type { Role } from "@/lib/roles/schema";
import { permissionGroups, roleAbout } from "../api-keys/scopes";

export interface RoleListProps {
  /** Address of the roles. */
  path: string;
  roles: readonly Role[];
}

/** Permissions against roles, where there is room for a table. */
export function RoleMatrix({ path, roles }: RoleListProps) {
  const t = useTranslations("server.roles");
  const permissionTexts = useTranslations("client.permissions");
  const groups = permissionGroups(permissionTexts, useSentence());
  const heads = roles.map(({ id, name, key, description, member_count }) => ({
    id,
    head: (
      <>
        <Link
          href={`${path}/${id}`}
          title={roleAbout(permissionTexts, { key, description }) ?? undefined}
          className="text-accent hover:underline"
        >
          {name}
        </Link>
        <span className="block whitespace-nowrap font-normal text-muted-foreground text-xs tabular-nums">
          {t("memberCount", { count: member_count })}
        </span>
        {key === null && <Badge tone="accent">{t("own")}</Badge>}
      </>
    ),
  }));
  return (
    <PermissionMatrix
      groups={groups}
      roles={heads}
      cell={(name, index) => <HeldMark isHeld={roles[index]?.permissions.some((held) => held === name) ?? false} />}
      // It has a window of its own, so that the roles stay above their marks.
      className="hidden rounded-lg border bg-surface roomy:max-h-[calc(100dvh-var(--spacing-topbar)-var(--banner-height,0rem)-8rem)] md:block print:max-h-none"
    />
  );
}
