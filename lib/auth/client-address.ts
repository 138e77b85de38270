import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { env } from "../env";

const ADDRESS_HEADER = "x-bulkhead-client-address";

// Instrumentation and pages are bundled apart from each other and share nothing but the process.
const state = globalThis as typeof globalThis & { bulkheadNotesAddresses?: boolean };

/**
 * Notes the address of each connection in a header of its request, over whatever the sender wrote there: Next shows
 * pages and routes no connection. Called once, when the server starts.
 */
export function noteClientAddresses(): void {
  if (state.bulkheadNotesAddresses) return;
  state.bulkheadNotesAddresses = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? "";
  });
}

/**
 * The sender's IP address, or null if it is not known. `X-Forwarded-For` is read from its right end, where the
 * configured number of own proxies wrote; what stands left of that anybody can forge.
 */
export function clientAddress(headers: Headers): string | null {
  const { trustedProxies } = env();
  if (trustedProxies > 0) {
    const hops = (headers.get("x-forwarded-for") ?? "").split(",");
    return plainAddress(hops[Math.max(hops.length - trustedProxies, 0)] ?? "");
  }
  return state.bulkheadNotesAddresses ? plainAddress(headers.get(ADDRESS_HEADER) ?? "") : null;
}

function plainAddress(text: string): string | null {
  // An IPv4 address of a dual-stack socket, and a link-local one's interface, are written in ways PostgreSQL does not take.
  const address = text
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/%.*$/, "");
  return isIP(address) ? address : null;
}
