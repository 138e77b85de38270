import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import { env } from "../env";
import type { JobName } from "../job-names";
import { logger, reportError } from "../logger";
import { CRONTAB, JOB_HANDLERS, LONG_JOBS, OUTBOUND_JOBS } from "./tasks";

export interface WorkerOptions {
  /** Connection string of the role job_worker. */
  connectionString: string;
  /** Jobs that run at the same time. */
  concurrency?: number;
  /** How often to look for jobs whose time has come; new ones are announced at once. */
  pollIntervalMs?: number;
  /** False: nothing runs by the clock, for tests. */
  withCrontab?: boolean;
}

/** A running worker. */
export interface Worker {
  /** Takes no more jobs, and waits for those under way. */
  stop(): Promise<void>;
}

/** Requests to the servers of others that may be on their way at the same time. */
const OUTBOUND_CONCURRENCY = 12;

/** Jobs of minutes that may run at the same time; each tenant's follow each other. */
const LONG_CONCURRENCY = 2;

/**
 * Runs jobs until `stop()` is called on what it returns. Jobs that wait for somebody else's server have places of their
 * own, so that slow receivers never hold up payments; and so do those that take minutes.
 */
export async function startWorker({
  connectionString,
  concurrency = 4,
  pollIntervalMs = 2000,
  withCrontab = true,
}: WorkerOptions): Promise<Worker> {
  const start = (names: readonly JobName[], places: number, crontab: typeof CRONTAB) =>
    run({
      connectionString,
      concurrency: places,
      maxPoolSize: places + 2,
      pollInterval: pollIntervalMs,
      // The web server ends the worker itself, behind the requests under way.
      noHandleSignals: true,
      parsedCronItems: parseCronItems([...crontab]),
      taskList: taskList(names),
      logger: workerLogger(),
    });
  const ownJobs = JOB_NAMES.filter((name) => !OUTBOUND_JOBS.includes(name) && !LONG_JOBS.includes(name));
  const runners = [
    await start(ownJobs, concurrency, withCrontab ? CRONTAB : []),
    await start(OUTBOUND_JOBS, OUTBOUND_CONCURRENCY, []),
    await start(LONG_JOBS, LONG_CONCURRENCY, []),
  ];
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

const JOB_NAMES = Object.keys(JOB_HANDLERS) as JobName[];

function taskList(names: readonly JobName[]): TaskList {
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload, { job }) => {
        try {
          // The database made the payload of what addJob() was given under this name.
          await JOB_HANDLERS[name](payload as never);
        } catch (error) {
          if (job.attempts >= job.max_attempts)
            reportError(error, { job: name, jobId: job.id, attempts: job.attempts });
          throw error;
        }
      },
    ]),
  );
}

/** graphile-worker's messages in our log; payloads are not among them. */
function workerLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") logger.error({ component: "jobs" }, message);
    else if (level === "warning") logger.warn({ component: "jobs" }, message);
    else logger.debug({ component: "jobs" }, message);
  });
}

/** Starts this process's worker where the settings want one. */
export async function startConfiguredWorker(): Promise<Worker | null> {
  const connectionString = env().jobsDatabaseUrl;
  if (connectionString) return startWorker({ connectionString });
  logger.info({ component: "jobs" }, "This process runs no background jobs");
  return null;
}
