import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { noteClientAddresses } from "../auth/client-address";
import { env } from "../env";
import { logger } from "../logger";
import { assertSafeRoles, closeDoors } from "../tenant-db";
import { makeRequestsReadable } from "./readable-requests";

/**
 * Before the web server answers its first request: settings and database logins must be right (R34, D1), otherwise the
 * process ends with one plain sentence.
 */
export async function startServer(): Promise<void> {
  try {
    env();
    await assertSafeRoles();
  } catch (error) {
    process.stderr.write(`\nBulkhead does not start. ${sentenceOf(error)}\n`);
    logger.fatal({ err: error }, "Bulkhead does not start");
    process.exit(1);
  }
  noteClientAddresses();
  makeRequestsReadable(env().appUrl);
  closeDoorsAtTheEnd();
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of the connection or of PostgreSQL; our own errors have no code.
  return "code" in error ? `The database refuses or does not answer: ${error.message || error.code}.` : error.message;
}

/** Next lets running requests finish after a signal; the database connections are closed behind the last of them. */
function closeDoorsAtTheEnd(): void {
  let running = 0;
  let isEnding = false;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    running += 1;
    response.once("close", () => {
      running -= 1;
      if (isEnding && running === 0) void closeDoors();
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      isEnding = true;
      if (running === 0) void closeDoors();
    });
  }
}
