import { type Logger, pino } from "pino";

const REDACTED = "[redacted]";

/** Names whose values are never logged, in any spelling: key_hash, keyHash, x-api-key, set-cookie, newPassword … */
const SECRET_NAME =
  /authorization|cookie|password|passwd|token|secret|key_?hash|api_?key$|connection_?string|database_?url/i;

const MAX_DEPTH = 6;

/** Takes secrets out of a text: passwords in connection strings, access keys, bearer tokens. */
function scrubText(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi, `$1:${REDACTED}@`)
    .replace(/\bbh_(sk|rk)_(live|test)_[A-Za-z0-9_-]+/g, `bh_$1_$2_${REDACTED}`)
    .replace(/\bBearer\s+\S+/gi, `Bearer ${REDACTED}`);
}

/** A copy of a value without secrets, fit to be logged; errors become plain objects with their causes. */
function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= MAX_DEPTH) return "[deep]";
  if (Array.isArray(value)) return value.map((item) => scrub(item, depth + 1));
  const entries: [string, unknown][] = Object.entries(value);
  if (value instanceof Error) {
    entries.unshift(["type", value.name], ["message", value.message], ["stack", value.stack]);
    if (value.cause !== undefined) entries.push(["cause", value.cause]);
  }
  return Object.fromEntries(
    entries.map(([name, item]) => [
      name,
      SECRET_NAME.test(name.replaceAll("-", "_")) && item !== null && item !== undefined
        ? REDACTED
        : scrub(item, depth + 1),
    ]),
  );
}

/** Makes a logger that writes one JSON object per line; without a destination to standard output. */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => scrub(fields) as Record<string, unknown>,
      },
      // Errors are turned into plain objects by scrub() already.
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(args, method) {
          const clean = args.map((arg) => (typeof arg === "string" ? scrubText(arg) : arg));
          method.apply(this, clean as Parameters<typeof method>);
        },
      },
    },
    destination ?? process.stdout,
  );
}

/** The process's logger. A wrong LOG_LEVEL stops the start (lib/env.ts); here it must not break a build. */
export const logger: Logger = createLogger(
  Object.hasOwn(pino.levels.values, process.env.LOG_LEVEL ?? "") || process.env.LOG_LEVEL === "silent"
    ? String(process.env.LOG_LEVEL)
    : "info",
);

/** What is known about the work in which an error came up; all of it is logged, without secrets. */
export interface ErrorContext {
  requestId?: string;
  [fact: string]: unknown;
}

type ErrorReporter = (error: unknown, context: ErrorContext) => void;

let reporter: ErrorReporter | null = null;

/** Sends unexpected errors to a service of yours as well, besides the log; null takes it away. */
export function setErrorReporter(next: ErrorReporter | null): void {
  reporter = next;
}

/** The one place where unexpected errors end: logged with their request id, and handed to the reporter. Never throws. */
export function reportError(error: unknown, context: ErrorContext = {}): void {
  logger.error({ ...context, err: error }, "Unexpected error");
  try {
    reporter?.(error, context);
  } catch (failure) {
    logger.error({ err: failure }, "The error reporter failed");
  }
}
