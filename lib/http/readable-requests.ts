import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Turns requests that Next answers with 500 into ones that can be refused: a path that cannot be decoded (`/%`), the
 * method TRACE, and a server action that names a foreign origin; and addresses of the API that Next would redirect. Called once, when the server starts.
 * @param appUrl the application's own origin
 */
export function makeRequestsReadable(appUrl: string): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = strictApiUrl(decodableUrl(originForm(request.url ?? "/")));
    // Nothing serves PUT without a body either, so whoever traces reads 405 or 415.
    if (request.method === "TRACE") request.method = "PUT";
    // Without any origin the action adapter refuses it, with an answer that the page can show.
    if (request.headers["next-action"] && request.headers.origin !== appUrl) delete request.headers.origin;
  });
}

/** The URL without scheme and host, which clients send to proxies (RFC 9112 §3.2.2): Next would redirect there. */
export function originForm(url: string): string {
  const [, rest] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/is.exec(url) ?? [];
  if (rest === undefined) return url;
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** The same URL, or one whose path has its percent signs escaped, so that it leads nowhere. */
export function decodableUrl(url: string): string {
  const [path = "", ...query] = url.split("?");
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}

/**
 * The same URL, or, for an address of the API with doubled, turned or trailing slashes or with dots for a segment, one that
 * leads nowhere: Next would redirect to the address without them, in an answer that is not the API's, and clients lose
 * bodies and tokens on the way.
 */
export function strictApiUrl(url: string): string {
  const [path = ""] = url.split("?");
  const isApi = /^[/\\]+api[/\\]+v1([/\\]|$)/.test(path);
  return isApi && /[/\\]{2}|\\|\/$|\/(\.|%2e){1,2}(\/|$)/i.test(path) ? "/api/v1/nowhere" : url;
}
