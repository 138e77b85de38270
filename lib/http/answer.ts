import type { RequestOrigin } from "../actor";
import { requestOrigin } from "../auth/request-origin";
import { env } from "../env";
import { AppError } from "../errors";
import { logger, reportError } from "../logger";
import { toProblem } from "./problem";
import { logRequest, newRecord, type RequestRecord } from "./request-record";

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON; without it the answer has no body. */
  body?: unknown;
  /** Sent as it is, instead of a body. */
  stream?: ReadableStream<Uint8Array>;
}

const EXPOSED_HEADERS = [
  ...["X-Request-Id", "X-Process-Time", "Retry-After", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy"],
  ...["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
].join(", ");
const OVERDUE = { retryAfterSeconds: 5 };

/**
 * The frame of every answer under `/api/v1`: request id, deadline, failures in the form of R6, headers, one line in the
 * access log, and one in the tenant's request log.
 * @param name path template for the log: the path itself may hold what somebody typed
 * @param timeoutMs deadline of the answer; default: that of all requests
 */
export function answering(
  name: string,
  work: (request: Request, origin: RequestOrigin, record: RequestRecord) => Promise<Answer> | Answer,
  timeoutMs: () => number = () => env().requestTimeoutMs,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const startedAtMs = performance.now();
    const origin = requestOrigin(request.headers);
    const record = newRecord();
    const startedAt = new Date();
    const answer = await written(name, origin, async () => work(request, origin, record), timeoutMs());
    const durationMs = performance.now() - startedAtMs;
    logRequest(request, name, origin, record, { ...answer, startedAt, durationMs });
    const { requestId } = origin;
    logger.info(
      { requestId, method: request.method, path: name, status: answer.status, durationMs: Math.round(durationMs) },
      "API request",
    );
    return new Response(answer.text === null ? (answer.stream ?? null) : streamOf(answer.text), {
      status: answer.status,
      headers: {
        ...(answer.text !== null && { "content-type": "application/json" }),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "x-request-id": requestId,
        "x-process-time": (durationMs / 1000).toFixed(4),
        ...crossOriginHeaders(request),
        ...record.headers,
        ...answer.headers,
      },
    });
  };
}

/** Of a text a Response makes a stream of bytes itself, which the server reads in more steps than this one. */
function streamOf(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(text));
      controller.close();
    },
  });
}

interface WrittenAnswer extends Omit<Answer, "body"> {
  text: string | null;
  /** For the request log. */
  errorCode: string | null;
}

async function written(
  name: string,
  origin: RequestOrigin,
  work: () => Promise<Answer>,
  timeoutMs: number,
): Promise<WrittenAnswer> {
  const { requestId } = origin;
  const write = async (): Promise<WrittenAnswer> => {
    try {
      const { body, ...answer } = await work();
      return { ...answer, text: body === undefined ? null : JSON.stringify(body), errorCode: null };
    } catch (error) {
      const { body, ...problem } = toProblem(error, requestId);
      if (body.code === "internal") reportError(error, { requestId, path: name });
      return { ...problem, text: JSON.stringify(body), errorCode: body.code };
    }
  };
  return beforeDeadline(write(), timeoutMs, () => {
    const { body, ...problem } = toProblem(
      new AppError("unavailable", "The request took too long", OVERDUE),
      requestId,
    );
    return { ...problem, text: JSON.stringify(body), errorCode: body.code };
  });
}

/** Gives up waiting after the configured time. The work itself ends by the database's own time limits. */
async function beforeDeadline<T>(work: Promise<T>, timeoutMs: number, overdue: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(overdue()), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Scripts of the configured origins may read the answer. Tokens travel in a header, so no credentials are allowed. */
function crossOriginHeaders(request: Request): Record<string, string> {
  const given = request.headers.get("origin");
  const isAllowed = given !== null && env().corsOrigins.includes(given);
  return {
    vary: "Origin",
    ...(isAllowed && { "access-control-allow-origin": given, "access-control-expose-headers": EXPOSED_HEADERS }),
  };
}

/** Headers of the answer to a browser's question what another origin may send; for other origins none of them count. */
export function preflightHeaders(allow: string): Record<string, string> {
  return {
    allow,
    "access-control-allow-methods": allow,
    "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, X-Request-Id, X-Tenant",
    "access-control-max-age": "600",
  };
}
