import { Bot, KeyRound, ShieldCheck, User } from "lucide-react";
import type { AuditLog } from "@/lib/audit-logs/schema";
import type { Texts } from "@/lib/messages/texts";
import { actorKindLabel, actorText } from "./labels";

const ICONS = { user: User, api_key: KeyRound, platform_admin: ShieldCheck, system: Bot };

export interface ActorNameProps extends Pick<AuditLog, "actor_kind" | "actor_label"> {
  t: Texts<"client.auditLogs">;
}

/** Who made a change: the name at that moment, and what kind of actor it is. */
export function ActorName({ t, actor_kind, actor_label }: ActorNameProps) {
  const Icon = ICONS[actor_kind];
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 align-middle">
      <Icon className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
      <span className="sr-only">{actorKindLabel(t, actor_kind)}</span>
      {actorText(t, { actor_kind, actor_label })}
    </span>
  );
}
