import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { isLoopbackAddress, isPublicAddress } from "./addresses";
import { isLoopbackHost } from "./target";

/** A host whose addresses requests must not go to. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";
}

export interface ConnectRules {
  allowLoopback: boolean;
  connectTimeoutMs: number;
  /** Asks the name server; tests put their own. */
  lookup?: LookupFunction;
}

/**
 * Opens connections for undici. A name is looked up once, every address it has is checked, and the connection goes to
 * one of exactly these: a name server that answers differently the next time (DNS rebinding) is never asked again.
 */
export function guardedConnector({ allowLoopback, connectTimeoutMs, lookup }: ConnectRules): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
    const mayReach = (address: string) =>
      isPublicAddress(address) || (allowLoopback && isLoopbackHost(host) && isLoopbackAddress(address));
    // Sockets look nothing up for a number.
    if (isIP(host) && !mayReach(host)) {
      callback(new ForbiddenAddressError(), null);
      return;
    }
    const connect = buildConnector({
      timeout: connectTimeoutMs,
      lookup: guardedLookup(mayReach, lookup),
      maxCachedSessions: 0,
    });
    connect({ ...options, hostname: host }, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (mayReach(socket.remoteAddress ?? "")) return callback(null, socket);
      socket.destroy();
      return callback(new ForbiddenAddressError(), null);
    });
  };
}

function guardedLookup(mayReach: (address: string) => boolean, lookup: LookupFunction = systemLookup): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = Array.isArray(found) ? found : [];
      // One address that is not public condemns them all: such a name has no business here.
      if (addresses.length === 0 || !addresses.every(({ address }) => mayReach(address)))
        return callback(new ForbiddenAddressError(), []);
      const [first] = addresses;
      if (options.all || !first) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
