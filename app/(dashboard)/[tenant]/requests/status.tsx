import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { STATUS_CLASSES } from "@/lib/request-logs/names";

export const STATUS_CLASS_LABELS: Readonly<Record<(typeof STATUS_CLASSES)[number], string>> = {
  "2xx": "Done (2xx)",
  "3xx": "Elsewhere (3xx)",
  "4xx": "Refused (4xx)",
  "5xx": "Failed (5xx)",
};

function toneOf(status: number): BadgeTone {
  if (status >= 500) return "danger";
  if (status >= 400) return "warning";
  return status >= 300 ? "info" : "success";
}

/** A status code in the colour of its class. */
export function StatusCode({ status }: { status: number }) {
  return (
    <Badge tone={toneOf(status)} className="tabular-nums">
      {status}
    </Badge>
  );
}
