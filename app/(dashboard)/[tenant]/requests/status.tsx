import { Badge, type BadgeTone } from "@/components/ui/badge";

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
