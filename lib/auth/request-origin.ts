import type { RequestOrigin } from "../actor";
import { clientAddress } from "./client-address";

export const REQUEST_ID_HEADER = "x-request-id";

/** Set for pages, which do not know their own address: where to return to after sign-in. */
export const REQUEST_PATH_HEADER = "x-request-path";

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** The id that a request came with, or a new one if that is missing or malformed. */
export function requestIdOf(given: string | string[] | null | undefined): string {
  return typeof given === "string" && REQUEST_ID.test(given) ? given : crypto.randomUUID();
}

/** Where a request comes from. */
export function requestOrigin(headers: Headers): RequestOrigin {
  return {
    requestId: requestIdOf(headers.get(REQUEST_ID_HEADER)),
    ipAddress: clientAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 500) || null,
  };
}
