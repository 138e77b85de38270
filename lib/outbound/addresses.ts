import ipaddr from "ipaddr.js";

// Of IPv6 only this part is given out for the public internet; whatever a later list adds to it is refused until then.
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * True if packets to the address go to the public internet and nowhere else: not to this machine, its neighbours, a
 * cloud's metadata service, or an IPv4 address in the clothes of an IPv6 one (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  const address = parse(text);
  if (address?.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || (!address.zoneId && address.match(GLOBAL_IPV6));
}

/** True for 127.0.0.0/8 and ::1. */
export function isLoopbackAddress(text: string): boolean {
  return parse(text)?.range() === "loopback";
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  // The library also reads 0x7f.1 and 017700000001; what is no plain address is none here.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : null;
}
