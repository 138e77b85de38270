import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { text, uuid } from "../validation";
import { JOB_STATES } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const jobId = uuid.meta({ examples: ["00000000-0000-8000-8000-0000000010e1"] });
const task = z.string().meta({ examples: ["payments.confirm"] });

/** A background job as the platform's admins see it: without its payload. */
export const queuedJob = z.object({
  id: jobId,
  number: z.int().meta({ examples: [4321], description: "The queue's own number, which logs name" }),
  task,
  state: z.enum(JOB_STATES).meta({ examples: ["failed"] }),
  tenant: z
    .object({ id: uuid, slug: z.string(), name: z.string() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-00000000000f", slug: "aurora", name: "Aurora Hotels" }],
      description: "Null: work of the platform",
    }),
  subject: z.record(z.string(), z.string()).meta({
    examples: [{ payment_intent_id: "0190a000-0000-7000-8000-00000000000a" }],
    description: "Ids of the records that it is about",
  }),
  attempts: z.int().meta({ examples: [25], description: "Tries so far" }),
  max_attempts: z.int().meta({ examples: [25] }),
  last_error: z
    .string()
    .nullable()
    .meta({
      examples: ["Error: The provider does not answer"],
      description: "Of the last try; e-mail addresses and phone numbers in it are masked",
    }),
  run_at: time.meta({ description: "When it is due, or was" }),
  started_at: time.nullable().meta({ description: "Since when it is running" }),
  created_at: time,
});
export type QueuedJob = z.infer<typeof queuedJob>;

export const queuedJobList = defineList({
  name: "jobs",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    run_at: { column: "run_at", type: "timestamp", nullable: false, first: "asc" },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    state: { kind: "enum", column: "state", values: JOB_STATES },
    task: { kind: "text", match: "exact", column: "task", example: "payments.confirm" },
    tenant: { kind: "uuid", column: "tenant_id", description: "Id of the tenant whose work it is" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});

/** Which job, and why: its tenant reads the reason in its own audit log. */
export const jobActInput = z.strictObject({ id: jobId, reason });
export type JobActInput = z.output<typeof jobActInput>;

export const retryFailedJobsInput = z.strictObject({
  task: text(128)
    .optional()
    .meta({ examples: ["payments.apply_event"], description: "Only jobs of this task" }),
  reason,
});
export type RetryFailedJobsInput = z.output<typeof retryFailedJobsInput>;

export const retriedJob = z.object({ id: jobId, retried: z.literal(true) });
export const removedJob = z.object({ id: jobId, removed: z.literal(true) });
export const retriedJobs = z.object({
  retried: z.int().meta({ examples: [12], description: "Jobs that run again: at most a thousand at a time" }),
});
