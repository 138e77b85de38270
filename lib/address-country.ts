import { readFile } from "node:fs/promises";
import path from "node:path";
import ipaddr from "ipaddr.js";
import { type CountryResponse, Reader } from "mmdb-lib";
import { findCountry } from "./countries";
import { networkKind } from "./network-kind";
import type { StoredOrigin } from "./sign-in-origin";
import { readDevice } from "./user-agent";

// Made of the registries' public lists and published as a package, so that no address is ever told to anybody. It says
// where an address is registered, which is mostly, not always, where its user is.
const REGISTER = "node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

let register: Promise<Reader<CountryResponse>> | undefined;

/**
 * The country that an IP address is registered in, as ISO 3166-1 alpha-2; null where the register names none, such as for
 * private addresses. The register is as old as the installed package.
 */
export async function countryOfAddress(address: string | null): Promise<string | null> {
  // The register covers whole blocks, with private and reserved addresses among them.
  if (address === null || networkKind(address) !== "internet") return null;
  register ??= readFile(path.join(process.cwd(), REGISTER)).then((bytes) => new Reader(bytes));
  // This register's records are flat, unlike those that the library has types for.
  const record: object | null = (await register).get(ipaddr.process(address).toString());
  const code = record && "country_code" in record ? String(record.country_code) : "";
  return findCountry(code)?.code ?? null;
}

/** What a sign-in's stored origin says of device and place, see `signInOrigin`. */
export async function readOrigin({ user_agent, ip_address }: StoredOrigin) {
  return {
    device: readDevice(user_agent),
    network: networkKind(ip_address),
    country: await countryOfAddress(ip_address),
  };
}
