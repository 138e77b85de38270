import type { PlatformAuditLog, PlatformLogChoices } from "@/lib/audit-logs/schema";
import type { Texts } from "@/lib/messages/texts";

/** The choices with the person whom a link chose, who need not be an admin, under the name that the entries give. */
export function withChosenPerson(
  t: Texts<"server.adminAudit">,
  choices: PlatformLogChoices,
  chosen: { values: readonly string[] } | undefined,
  entries: readonly PlatformAuditLog[],
): PlatformLogChoices {
  const known = new Set(choices.admins.map(({ user_id }) => user_id));
  const others = (chosen?.values ?? []).filter((id) => !known.has(id));
  const named = others.map((user_id) => ({
    user_id,
    full_name: entries.find((entry) => entry.user_id === user_id)?.actor_label ?? t("anotherPerson"),
  }));
  return { ...choices, admins: [...choices.admins, ...named] };
}
