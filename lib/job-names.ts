/**
 * Every background job and what it is given. A payload holds ids only: what is true is read when the job runs, and the
 * database adds `tenant_id` to it, or null for work of the platform.
 */
export interface JobPayloads {
  /** Does nothing but answer: shows that the queue runs. */
  "jobs.ping": Record<string, never>;
}

export type JobName = keyof JobPayloads;

/** What a job is given when it runs. */
export type JobInput<Name extends JobName> = JobPayloads[Name] & { tenant_id: string | null };
