import { expect, test } from "vitest";
import { countryOfAddress } from "./address-country";

// Addresses of the registries and of root name servers, which stay where they are.
test.each([
  ["193.0.6.139", "NL"],
  ["2001:67c:2e8:22::c100:68b", "NL"],
  ["202.12.29.142", "AU"],
  ["200.3.14.184", "UY"],
  ["::ffff:193.0.6.139", "NL"],
] as const)("%s is registered in %s", async (address, country) => {
  expect(await countryOfAddress(address)).toBe(country);
});

test.each(["127.0.0.1", "::1", "10.1.2.3", "192.168.0.7", "203.0.113.7", "fd00::1", "nonsense", null])(
  "%s is in no country",
  async (address) => {
    expect(await countryOfAddress(address)).toBeNull();
  },
);
