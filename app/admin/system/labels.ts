import type { BadgeTone } from "@/components/ui/badge";
import type { PROOF_STATUSES } from "@/lib/isolation-proofs/names";
import type { JOB_STATES } from "@/lib/queued-jobs/names";

type JobState = (typeof JOB_STATES)[number];
type ProofStatus = (typeof PROOF_STATUSES)[number];

export const JOB_STATE_TONES: Readonly<Record<JobState, BadgeTone>> = {
  failed: "danger",
  running: "info",
  waiting: "neutral",
  retrying: "warning",
  planned: "neutral",
};

export const PROOF_TONES: Readonly<Record<ProofStatus, BadgeTone>> = {
  requested: "info",
  running: "info",
  held: "success",
  broken: "danger",
  unproven: "warning",
};
