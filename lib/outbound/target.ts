import { isIP } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "./addresses";

export interface TargetRules {
  /** Loopback addresses are allowed too, also without TLS: for tests and the demo. */
  allowLoopback: boolean;
}

/** An address that requests may go to, or one sentence on why they may not. */
export type Target = { url: URL; problem: null } | { url: null; problem: string };

const MAX_LENGTH = 2048;

/** Names that resolvers answer from the machine or its own network. */
const LOCAL_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|in-addr\.arpa|ip6\.arpa|test|invalid|onion)$/;

const refuse = (problem: string): Target => ({ url: null, problem });

/**
 * Checks where requests are to go, before any name is looked up: https on a sane port of a host that is public by its
 * name. Numbers in disguise (decimal, octal, hexadecimal) are read as browsers read them. The addresses behind a name
 * are checked when a request is sent, each time.
 */
export function checkTarget(text: string, { allowLoopback }: TargetRules): Target {
  if (text.length > MAX_LENGTH) return refuse(`Must have at most ${MAX_LENGTH} characters`);
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return refuse("Must be an https address");
  const url = new URL(text);
  if (url.username || url.password) return refuse("Must not hold a user name or password");
  if (text.includes("#")) return refuse("Must not have a fragment (#…)");
  const host = hostOf(url);
  const isLoopback = isLoopbackHost(host);
  if (isLoopback && !allowLoopback) return refuse("Must lead to a public address, not to this machine");
  if (url.protocol !== "https:" && !isLoopback) return refuse("Must be an https address");
  if (!isLoopback && isIP(host) && !isPublicAddress(host)) return refuse("Must lead to a public address");
  if (!isLoopback && !isIP(host) && (!host.includes(".") || LOCAL_NAMES.test(host)))
    return refuse("Must lead to a host name that is public");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  // Below 1024 are other services (mail, directories, shells), to which a request must not be smuggled.
  if (port < 1024 && port !== 443 && !(isLoopback && port === 80))
    return refuse("Must use port 443, or one from 1024 on");
  return { url, problem: null };
}

/** The host as resolvers and sockets take it: without the brackets of IPv6 and without the root's dot. */
export function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "")
    .toLowerCase();
}

/** True for this machine by name or number; a public name that leads here is none. */
export function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || isLoopbackAddress(host);
}
