import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { Texts } from "@/lib/messages/texts";

export interface UserBadgesProps {
  t: Texts<"client.adminUsers">;
  user: { is_platform_admin: boolean; disabled_at: string | null };
}

/** What is special about a person: of the platform's staff, or shut out. */
export function UserBadges({ t, user }: UserBadgesProps) {
  return (
    <>
      {user.is_platform_admin && (
        <Badge tone="accent">
          <Icon name="shield-check" /> {t("platformAdmin")}
        </Badge>
      )}
      {user.disabled_at && <Badge tone="danger">{t("deactivated")}</Badge>}
    </>
  );
}
