import { Badge } from "@/components/ui/badge";
import { plain } from "@/components/ui/plain";
import type { Texts } from "@/lib/messages/texts";

export interface RoleBadgesProps {
  t: Texts<"client.team">;
  roles: readonly { id: string; name: string }[];
}

/** The names of some roles. */
export const RoleBadges = plain(roleBadges);

function roleBadges({ t, roles }: RoleBadgesProps) {
  if (roles.length === 0) return <span className="text-muted-foreground">{t("noRole")}</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {roles.map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
    </span>
  );
}
