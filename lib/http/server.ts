import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { noteClientAddresses } from "../auth/client-address";
import { env } from "../env";
import { logger } from "../logger";
import { flushRequestLog } from "../request-logs/commands";
import { assertSafeRoles, closeDoors } from "../tenant-db";
import { notePageRequests } from "./page-requests";
import { makeRequestsReadable } from "./readable-requests";
import { beginDraining } from "./ready";
import { answerRefusedConnections } from "./refused-connections";

/** Background work of this process; `stop` waits for what is under way. */
interface BackgroundJobs {
  stop(): Promise<void>;
}

/**
 * Before the web server answers its first request: settings and database logins must be right (R34, D1), otherwise the
 * process ends with one plain sentence.
 * @param startJobs starts the job queue's worker, or answers null where this process has none
 */
export async function startServer(startJobs: () => Promise<BackgroundJobs | null>): Promise<void> {
  let jobs: BackgroundJobs | null;
  try {
    env();
    await assertSafeRoles();
    jobs = await startJobs();
  } catch (error) {
    process.stderr.write(`\nBulkhead does not start. ${sentenceOf(error)}\n`);
    logger.fatal({ err: error }, "Bulkhead does not start");
    process.exit(1);
  }
  noteClientAddresses();
  makeRequestsReadable(env().appUrl);
  // Behind the above: these are the paths that Next reads.
  notePageRequests();
  answerRefusedConnections(Math.max(env().uploadTimeoutMs, env().requestTimeoutMs));
  drainBeforeTheEnd(env().drainMs);
  closeDoorsAtTheEnd(jobs);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of the connection or of PostgreSQL; our own errors have no code.
  return "code" in error ? `The database refuses or does not answer: ${error.message || error.code}.` : error.message;
}

/**
 * After a signal `/health/ready` says no at once, so that a load balancer sends its requests elsewhere; for as long as it
 * needs to notice, the server goes on answering. Only then Next, whose handlers these are, stops listening.
 */
function drainBeforeTheEnd(drainMs: number): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const handlers = drainMs > 0 ? process.listeners(signal) : [];
    for (const handler of handlers) process.removeListener(signal, handler);
    process.once(signal, () => {
      beginDraining();
      if (handlers.length > 0) setTimeout(() => handlers.map((handler) => handler(signal)), drainMs);
    });
  }
}

/** Next lets running requests finish after a signal; the database connections are closed behind the last of them and of the jobs. */
function closeDoorsAtTheEnd(jobs: BackgroundJobs | null): void {
  let running = 0;
  let isEnding = false;
  const close = async () => {
    await jobs?.stop().catch((error: unknown) => logger.error({ err: error }, "The job queue did not stop cleanly"));
    await flushRequestLog();
    await closeDoors();
  };
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    running += 1;
    response.once("close", () => {
      running -= 1;
      if (isEnding && running === 0) void close();
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      isEnding = true;
      if (running === 0) void close();
    });
  }
}
