import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { AppError, type ErrorCode } from "../errors";
import { logger } from "../logger";
import { toProblem } from "./problem";

/** Milliseconds in which the header of a request must arrive: a client that drips it holds a connection. */
const HEADERS_TIMEOUT_MS = 20_000;

const CODES: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: "headers_too_large",
  ERR_HTTP_REQUEST_TIMEOUT: "request_timeout",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "payload_too_large",
};

/**
 * Answers in the API's form what never becomes a request: bytes that are no HTTP, headers beyond all measure, a request
 * that does not come to its end. Node would answer without a body. Called once, when the server starts.
 * @param requestTimeoutMs in which a whole request must arrive, its body included
 */
export function answerRefusedConnections(requestTimeoutMs: number): void {
  const known = new WeakSet<Server>();
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { socket: Socket & { server: Server } }).socket;
    if (known.has(server)) return;
    known.add(server);
    // The server of another protocol in this process has no such settings.
    if (!("headersTimeout" in server) || server.listenerCount("clientError") > 0) return;
    server.headersTimeout = Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs);
    server.requestTimeout = requestTimeoutMs;
    server.on("clientError", refuse);
  });
}

interface ServingSocket extends Socket {
  /** Node's own: the answer that is being written on this connection. */
  _httpMessage?: { headersSent: boolean } | null;
}

function refuse(error: NodeJS.ErrnoException, socket: ServingSocket): void {
  const isGone = error.code === "ECONNRESET" || !socket.writable;
  // In the middle of another answer a second one would be taken for a part of it.
  if (isGone || socket._httpMessage?.headersSent) return void socket.destroy();
  const requestId = randomUUID();
  const { status, body } = toProblem(new AppError(CODES[error.code ?? ""] ?? "bad_request"), requestId);
  logger.info({ requestId, status, reason: error.code }, "Request refused before it could be read");
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(text)}`,
    "Cache-Control: no-store",
    `X-Request-Id: ${requestId}`,
    "X-Process-Time: 0.0000",
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${text}`, () => socket.destroy());
}
