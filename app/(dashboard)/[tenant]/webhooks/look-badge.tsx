import { Badge } from "@/components/ui/badge";
import type { StatusLook } from "./statuses";

/** A status with icon and word; what the word means shows on hover. */
export function LookBadge({ look: { label, tone, icon: Icon, meaning } }: { look: StatusLook }) {
  return (
    <Badge tone={tone} title={meaning}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
