export const VISIT_STATES = ["waiting", "agreed", "running", "ended", "declined", "unanswered"] as const;
export type VisitState = (typeof VISIT_STATES)[number];
