import { Badge } from "@/components/ui/badge";
import type { ApiKey } from "@/lib/api-keys/schema";
import type { Texts } from "@/lib/messages/texts";
import { KEY_STATES } from "./states";

export interface KeyStateBadgeProps {
  t: Texts<"client.apiKeys">;
  state: ApiKey["state"];
}

/** A key's state with icon and word; what the word means shows on hover, and on the key's own page in full. */
export function KeyStateBadge({ t, state }: KeyStateBadgeProps) {
  const { tone, icon: Icon } = KEY_STATES[state];
  return (
    <Badge tone={tone} title={t(`meanings.${state}`)}>
      <Icon aria-hidden />
      {t(`states.${state}`)}
    </Badge>
  );
}
