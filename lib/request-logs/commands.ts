import { logger } from "../logger";
import { type RequestLogEntry, writeRequestLogs } from "../tenant-db";

const BATCH = 500;
const WRITE_AFTER_MS = 1000;
const MAX_WAITING = 10_000;

interface Waiting {
  entries: RequestLogEntry[];
  timer: NodeJS.Timeout | null;
  writing: Promise<void> | null;
  lost: number;
}

// Each route file is bundled for itself, and so is the server's end: they share nothing but the process.
const holder = globalThis as typeof globalThis & { bulkheadRequestLog?: Waiting };

function waiting(): Waiting {
  holder.bulkheadRequestLog ??= { entries: [], timer: null, writing: null, lost: 0 };
  return holder.bulkheadRequestLog;
}

/**
 * Puts a request into the request log: with others, within a second or at 500 of them, behind the answers. Where the
 * database is out of reach 10,000 entries wait besides the batch under way; more are lost, and the process's log says how many.
 */
export function noteRequest(entry: RequestLogEntry): void {
  const log = waiting();
  if (log.entries.length >= MAX_WAITING) {
    log.lost += 1;
    return;
  }
  log.entries.push(entry);
  if (log.entries.length === BATCH) void write(log);
  else writeSoon(log);
}

/** Writes all that waits; before the process ends, and in tests. Never throws. */
export async function flushRequestLog(): Promise<void> {
  const log = waiting();
  await log.writing;
  await write(log);
}

function writeSoon(log: Waiting): void {
  log.timer ??= setTimeout(() => {
    log.timer = null;
    void write(log);
  }, WRITE_AFTER_MS).unref();
}

function write(log: Waiting): Promise<void> {
  log.writing ??= writeBatches(log).finally(() => {
    log.writing = null;
  });
  return log.writing;
}

async function writeBatches(log: Waiting): Promise<void> {
  if (log.timer) clearTimeout(log.timer);
  log.timer = null;
  while (log.entries.length > 0) {
    const batch = log.entries.splice(0, BATCH);
    try {
      await writeRequestLogs(batch);
    } catch (error) {
      logger.warn({ component: "request log", err: error, entries: batch.length }, "The request log waits");
      log.entries.unshift(...batch);
      writeSoon(log);
      break;
    }
  }
  if (log.lost === 0 || log.entries.length >= MAX_WAITING) return;
  logger.error({ component: "request log", lost: log.lost }, "Entries of the request log were lost");
  log.lost = 0;
}
