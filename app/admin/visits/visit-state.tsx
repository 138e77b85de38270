import { Badge } from "@/components/ui/badge";
import type { Visit } from "@/lib/visits/schema";
import { VISIT_STATE_LABELS, VISIT_STATE_TONES } from "@/lib/visits/words";

/** How it stands with a visit, in a word or two. */
export function VisitStateBadge({ visit }: { visit: Pick<Visit, "state" | "writing_agreed_at"> }) {
  return (
    <>
      <Badge tone={VISIT_STATE_TONES[visit.state]}>{VISIT_STATE_LABELS[visit.state]}</Badge>
      {visit.state === "running" && (
        <Badge tone={visit.writing_agreed_at ? "danger" : "neutral"}>
          {visit.writing_agreed_at ? "Writing" : "Reading"}
        </Badge>
      )}
    </>
  );
}
