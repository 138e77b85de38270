import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID_HEADER, REQUEST_PATH_HEADER, requestIdOf } from "../auth/request-origin";
import { env } from "../env";

/** Pages: not the API, which has its own adapter, nor health checks, the framework's files, or files of public/. */
const PAGE = /^\/(?!api\/|health|_next\/|.*\.[a-z0-9]+$)/;

/** By which the browser's router keeps its answers apart from pages: no part of the address that people see. */
const ROUTER_PARAMETER = "_rsc";

/**
 * Gives each request for a page an id, which its answer bears too, and its own path, over whatever the sender wrote there.
 * As a proxy of Next it would cost each page half a millisecond. Called once, when the server starts.
 */
export function notePageRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    notePageRequest(request, response);
  });
}

export function notePageRequest(
  request: Pick<IncomingMessage, "url" | "headers">,
  response: Pick<ServerResponse, "setHeader">,
): void {
  const url = request.url ?? "/";
  const [path = "/", ...query] = url.split("?");
  if (!PAGE.test(path)) return;
  // A stranger's id could pretend to be another request's in the log; an own proxy's id is worth keeping.
  const given = env().trustedProxies === 0 ? undefined : request.headers[REQUEST_ID_HEADER];
  const requestId = requestIdOf(given);
  request.headers[REQUEST_ID_HEADER] = requestId;
  request.headers[REQUEST_PATH_HEADER] = query.length === 0 ? path : path + visible(query.join("?"));
  response.setHeader(REQUEST_ID_HEADER, requestId);
}

/** The query as the address bar has it, with its question mark. */
function visible(query: string): string {
  const parts = query.split("&").filter((part) => part !== "" && part.split("=")[0] !== ROUTER_PARAMETER);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
