import { Badge } from "@/components/ui/badge";
import type { ImportStatus } from "@/lib/imports/record";
import { STATUS_LOOKS } from "./labels";

/** Where an import stands; `label` is `statuses` of the imports' texts. */
export function ImportStatusBadge({ status, label }: { status: ImportStatus; label: string }) {
  const { tone, icon } = STATUS_LOOKS[status];
  return (
    <Badge tone={tone} data-icon={icon}>
      {label}
    </Badge>
  );
}
