import ipaddr from "ipaddr.js";

/** Where an address lies: on this machine, in a network of its own such as an office or a VPN, or on the internet. */
export const NETWORK_KINDS = ["this_machine", "private", "internet"] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** The kind of an IP address; null for none. Which country it is in nobody can tell from the address alone. */
export function networkKind(address: string | null): NetworkKind | null {
  if (address === null || !ipaddr.isValid(address)) return null;
  const range = ipaddr.process(address).range();
  if (range === "loopback") return "this_machine";
  return range === "unicast" ? "internet" : "private";
}
