import { Badge } from "@/components/ui/badge";
import type { ImportStatus } from "@/lib/imports/record";
import { STATUS_LOOKS } from "./labels";

/** Where an import stands. */
export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const { label, tone, icon } = STATUS_LOOKS[status];
  return (
    <Badge tone={tone} data-icon={icon}>
      {label}
    </Badge>
  );
}
