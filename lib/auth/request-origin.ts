import type { RequestOrigin } from "../actor";
import { clientAddress } from "./client-address";

export const REQUEST_ID_HEADER = "x-request-id";

/** Set by the proxy for pages, which do not know their own address: where to return to after sign-in. */
export const REQUEST_PATH_HEADER = "x-request-path";

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** Where a request comes from. Its id is the proxy's, or a new one if that is missing or malformed. */
export function requestOrigin(headers: Headers): RequestOrigin {
  const given = headers.get(REQUEST_ID_HEADER) ?? "";
  return {
    requestId: REQUEST_ID.test(given) ? given : crypto.randomUUID(),
    ipAddress: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 500) || null,
  };
}
