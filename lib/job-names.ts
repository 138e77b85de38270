/**
 * Every background job and what it is given. A payload holds ids only: what is true is read when the job runs, and the
 * database adds `tenant_id` to it, or null for work of the platform.
 */
export interface JobPayloads {
  /** Does nothing but answer: shows that the queue runs. */
  "jobs.ping": Record<string, never>;
  /** Makes deliveries of what endpoints of the tenant listen to. */
  "webhooks.fan_out": Record<string, never>;
  /** Sends a delivery, if it has had exactly so many tries. */
  "webhooks.deliver": { delivery_id: string; tries: number };
  /** Adds jobs for what is overdue, and deletes deliveries whose time is over. */
  "webhooks.keep": Record<string, never>;
  /** Deletes idempotency keys, request logs and windows of rate limits that have outlived their time. */
  "bookkeeping.purge": Record<string, never>;
  /** Hands a refund to its payment's provider. */
  "refunds.submit": { refund_id: string };
  /** Asks the provider about a refund that is still pending; `checks` counts how often it was asked before. */
  "refunds.check": { refund_id: string; checks: number };
}

export type JobName = keyof JobPayloads;

/** What a job is given when it runs. */
export type JobInput<Name extends JobName> = JobPayloads[Name] & { tenant_id: string | null };
