import type { JobInput, JobName } from "../job-names";

/** Does the work of one job. It may run more than once, and must then have the effect of once. */
type JobHandler<Name extends JobName> = (input: JobInput<Name>) => Promise<void>;

/** The handler of every job name. */
export const JOB_HANDLERS: { readonly [Name in JobName]: JobHandler<Name> } = {
  "jobs.ping": async () => {},
};

/** Jobs of the platform that run by the clock, in graphile-worker's crontab form (UTC). */
export const CRONTAB: readonly string[] = [];
