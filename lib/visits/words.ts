import type { VisitState } from "./names";
import type { Visit } from "./schema";

/** What people read of a visit, in the admin section and in the tenant alike. */
export const VISIT_STATE_LABELS: Readonly<Record<VisitState, string>> = {
  waiting: "Waits for the tenant",
  agreed: "Agreed to",
  running: "Running",
  ended: "Ended",
  declined: "Declined",
  unanswered: "Not answered",
};

export const VISIT_STATE_TONES = {
  waiting: "info",
  agreed: "info",
  running: "warning",
  ended: "neutral",
  declined: "danger",
  unanswered: "neutral",
} as const;

type Ended = Pick<Visit, "end_cause" | "ended_by_name">;

/** How a visit came to its end; null while it has none. */
export function endOfVisit({ end_cause, ended_by_name }: Ended): string | null {
  switch (end_cause) {
    case "time":
      return "Its time was over";
    case "admin":
      return "Ended by the visitor";
    case "platform":
      return `Ended by ${ended_by_name ?? "another platform admin"}`;
    case "tenant":
      return `Ended by ${ended_by_name ?? "somebody"} of the tenant`;
    case "access":
      return "The visitor signed out or lost the role";
    case "declined":
      return `Declined by ${ended_by_name ?? "the tenant"}`;
    case "unanswered":
      return "Nobody answered in time";
    case null:
      return null;
  }
}

/** What a visit may do: read, or write since somebody agreed. */
export function rightsOfVisit({ writing_agreed_by }: Pick<Visit, "writing_agreed_by">): string {
  return writing_agreed_by ? `Could write, as ${writing_agreed_by.name} agreed` : "Only read";
}
