import { performance } from "node:perf_hooks";
import { Agent, type Dispatcher, request } from "undici";
import { ForbiddenAddressError, guardedConnector } from "./connect";
import { checkTarget } from "./target";

export interface OutboundRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface SendRules {
  allowLoopback: boolean;
  connectTimeoutMs?: number;
  /** For everything: name look-up, connection, request and answer. */
  timeoutMs?: number;
  /** Of an answer that is longer only this much is read. */
  maxAnswerBytes?: number;
  lookup?: Parameters<typeof guardedConnector>[0]["lookup"];
}

/** What came of one request: an answer of any status, or one sentence on why there is none. */
export interface SendResult {
  durationMs: number;
  answer: { status: number; headers: Record<string, string>; body: string; isCut: boolean } | null;
  error: string | null;
}

const MAX_HEADERS = 50;
const MAX_HEADER_LENGTH = 500;

/**
 * Posts a body to an address that somebody outside chose. Nothing is followed or believed: no redirects, no proxies of
 * the environment, no address that is not public, TLS checked, time and size bounded. Never throws for what the other
 * side does.
 */
export async function sendOut(outgoing: OutboundRequest, rules: SendRules): Promise<SendResult> {
  const { allowLoopback, connectTimeoutMs = 5000, timeoutMs = 15_000, maxAnswerBytes = 16_384, lookup } = rules;
  const started = performance.now();
  const done = (rest: Omit<SendResult, "durationMs">): SendResult => ({
    durationMs: Math.round(performance.now() - started),
    ...rest,
  });
  const target = checkTarget(outgoing.url, { allowLoopback });
  if (!target.url) return done({ answer: null, error: `The address is refused: ${target.problem}` });
  const agent = new Agent({
    connect: guardedConnector({ allowLoopback, connectTimeoutMs, ...(lookup && { lookup }) }),
    pipelining: 0,
    connections: 1,
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { statusCode, headers, body } = await request(target.url, {
      dispatcher: agent,
      method: "POST",
      headers: outgoing.headers,
      body: outgoing.body,
      signal,
    });
    const { text, isCut } = await readSome(body, maxAnswerBytes);
    return done({ answer: { status: statusCode, headers: plainHeaders(headers), body: text, isCut }, error: null });
  } catch (error) {
    return done({
      answer: null,
      error: signal.aborted ? `No whole answer within ${timeoutMs / 1000} s` : problemOf(error),
    });
  } finally {
    // Not close(): an answer that never ends would keep it waiting.
    await agent.destroy();
  }
}

async function readSome(body: Dispatcher.ResponseData["body"], max: number): Promise<{ text: string; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, max - length));
    length += chunk.length;
    if (length > max) break;
  }
  // A text of the database holds no NUL.
  const text = new TextDecoder().decode(Buffer.concat(chunks)).replaceAll("\0", "\u{fffd}");
  return { text, isCut: length > max };
}

function plainHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const entries = Object.entries(headers).slice(0, MAX_HEADERS);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.slice(0, 100),
      // Somebody's session is none of our log's business.
      name === "set-cookie" ? "[not kept]" : [value ?? ""].flat().join(", ").slice(0, MAX_HEADER_LENGTH),
    ]),
  );
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOTFOUND: "The host name is not known",
  EAI_AGAIN: "The host name could not be looked up",
  ECONNREFUSED: "The connection was refused",
  ECONNRESET: "The connection was cut",
  UND_ERR_SOCKET: "The connection was cut",
  EPIPE: "The connection was cut",
  EHOSTUNREACH: "The host cannot be reached",
  ENETUNREACH: "The host cannot be reached",
  ETIMEDOUT: "No connection in time",
  UND_ERR_CONNECT_TIMEOUT: "No connection in time",
  UND_ERR_HEADERS_OVERFLOW: "The headers of the answer are too large",
  CERT_HAS_EXPIRED: "The TLS certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The TLS certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "The TLS certificate is signed by nobody whom we trust",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The TLS certificate is signed by nobody whom we trust",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "The TLS certificate is signed by nobody whom we trust",
  ERR_TLS_CERT_ALTNAME_INVALID: "The TLS certificate is for another host",
};

/** One sentence for the log. It says nothing about addresses behind a name, which are not the reader's business. */
export function problemOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return problemOf(error.errors[0]);
  if (error instanceof ForbiddenAddressError) return "The host name leads to an address that is not public";
  if (error instanceof Error && error.name === "HTTPParserError") return "The answer is not HTTP";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (SENTENCES[code]) return SENTENCES[code];
  if (/SSL|TLS|EPROTO/.test(code)) return "No TLS connection could be made";
  return code ? `The request failed (${code})` : "The request failed";
}
