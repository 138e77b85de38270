import { Logger, parseCrontab, type Runner, run, type TaskList } from "graphile-worker";
import { env } from "../env";
import { logger, reportError } from "../logger";
import { CRONTAB, JOB_HANDLERS } from "./tasks";

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

/** Runs jobs until `stop()` is called on what it returns, which waits for those under way. */
export async function startWorker({
  connectionString,
  concurrency = 4,
  pollIntervalMs = 2000,
  withCrontab = true,
}: WorkerOptions): Promise<Runner> {
  return run({
    connectionString,
    concurrency,
    maxPoolSize: concurrency + 2,
    pollInterval: pollIntervalMs,
    // The web server ends the worker itself, behind the requests under way.
    noHandleSignals: true,
    parsedCronItems: parseCrontab(withCrontab ? CRONTAB.join("\n") : ""),
    taskList: taskList(),
    logger: workerLogger(),
  });
}

function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(JOB_HANDLERS).map(([name, handler]) => [
      name,
      async (payload, { job }) => {
        try {
          // The database made the payload of what addJob() was given under this name.
          await handler(payload as never);
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
export async function startConfiguredWorker(): Promise<Runner | null> {
  const connectionString = env().jobsDatabaseUrl;
  if (connectionString) return startWorker({ connectionString });
  logger.info({ component: "jobs" }, "This process runs no background jobs");
  return null;
}
