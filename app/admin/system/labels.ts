import type { BadgeTone } from "@/components/ui/badge";
import type { ProofStatus } from "@/lib/isolation-proofs/schema";
import type { JOB_STATES } from "@/lib/queued-jobs/schema";

type JobState = (typeof JOB_STATES)[number];

export const JOB_STATE_LABELS: Readonly<Record<JobState, string>> = {
  failed: "Failed",
  running: "Running",
  waiting: "Waiting",
  retrying: "To be retried",
  planned: "Planned",
};

export const JOB_STATE_TONES: Readonly<Record<JobState, BadgeTone>> = {
  failed: "danger",
  running: "info",
  waiting: "neutral",
  retrying: "warning",
  planned: "neutral",
};

export const PROOF_LABELS: Readonly<Record<ProofStatus, string>> = {
  requested: "Waiting",
  running: "Running",
  held: "Isolation holds",
  broken: "Isolation is broken",
  unproven: "Not proved",
};

export const PROOF_TONES: Readonly<Record<ProofStatus, BadgeTone>> = {
  requested: "info",
  running: "info",
  held: "success",
  broken: "danger",
  unproven: "warning",
};
