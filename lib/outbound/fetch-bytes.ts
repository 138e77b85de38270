import { Agent, request } from "undici";
import { guardedConnector } from "./connect";
import { problemOf, type SendRules } from "./send";
import { checkTarget } from "./target";

export interface FetchRules extends Pick<SendRules, "allowLoopback" | "timeoutMs" | "lookup"> {
  /** An answer that is longer is refused. */
  maxBytes: number;
}

/** The bytes of a file, or one sentence on why there are none. */
export type FetchResult = { bytes: Buffer; problem: null } | { bytes: null; problem: string };

/**
 * Gets a file from an address that somebody outside chose, under the same rules as `sendOut`: no redirects, no address
 * that is not public, TLS checked, time and size bounded. Never throws for what the other side does.
 */
export async function fetchBytes(address: string, rules: FetchRules): Promise<FetchResult> {
  const { allowLoopback, maxBytes, timeoutMs = 10_000, lookup } = rules;
  const refuse = (problem: string): FetchResult => ({ bytes: null, problem });
  const target = checkTarget(address, { allowLoopback });
  if (!target.url) return refuse(target.problem);
  const agent = new Agent({
    connect: guardedConnector({ allowLoopback, connectTimeoutMs: 5000, ...(lookup && { lookup }) }),
    pipelining: 0,
    connections: 1,
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { statusCode, body } = await request(target.url, { dispatcher: agent, method: "GET", signal });
    if (statusCode !== 200) return refuse(`The address answered with the status ${statusCode}`);
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return refuse(`The file has more than ${Math.round(maxBytes / 1024)} kB`);
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks), problem: null };
  } catch (error) {
    return refuse(signal.aborted ? `No whole answer within ${timeoutMs / 1000} s` : problemOf(error));
  } finally {
    // Not close(): an answer that never ends would keep it waiting.
    await agent.destroy();
  }
}
