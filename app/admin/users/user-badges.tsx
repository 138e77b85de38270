import { ShieldCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** What is special about a person: of the platform's staff, or shut out. */
export function UserBadges({ user }: { user: { is_platform_admin: boolean; disabled_at: string | null } }) {
  return (
    <>
      {user.is_platform_admin && (
        <Badge tone="accent">
          <ShieldCheck aria-hidden /> Platform admin
        </Badge>
      )}
      {user.disabled_at && <Badge tone="danger">Deactivated</Badge>}
    </>
  );
}
