import { Badge } from "@/components/ui/badge";
import type { ApiKey } from "@/lib/api-keys/schema";
import { KEY_STATES } from "./states";

/** A key's state with icon and word; what the word means shows on hover, and on the key's own page in full. */
export function KeyStateBadge({ state }: { state: ApiKey["state"] }) {
  const { label, tone, icon: Icon, meaning } = KEY_STATES[state];
  return (
    <Badge tone={tone} title={meaning}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
