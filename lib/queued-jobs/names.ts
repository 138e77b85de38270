/** `planned`: not yet due; `retrying`: tried, and to be tried again; `failed`: not tried again by itself. */
export const JOB_STATES = ["failed", "running", "waiting", "retrying", "planned"] as const;
