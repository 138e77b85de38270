import { describe, expect, test } from "vitest";
import { isLoopbackAddress, isPublicAddress } from "./addresses";

describe("requests go to the public internet only", () => {
  test.each([
    "93.184.215.14",
    "8.8.8.8",
    "1.1.1.1",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001::8a",
  ])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ["this machine", "127.0.0.1"],
    ["all of loopback", "127.255.255.254"],
    ["unspecified", "0.0.0.0"],
    ["this network", "0.1.2.3"],
    ["private 10/8", "10.0.0.1"],
    ["private 172.16/12", "172.16.0.1"],
    ["private 172.16/12, its end", "172.31.255.255"],
    ["private 192.168/16", "192.168.1.1"],
    ["link-local and cloud metadata", "169.254.169.254"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["a cloud's metadata in carrier-grade NAT", "100.100.100.200"],
    ["IETF protocol assignments", "192.0.0.192"],
    ["documentation 1", "192.0.2.1"],
    ["documentation 2", "198.51.100.1"],
    ["documentation 3", "203.0.113.1"],
    ["benchmarking", "198.18.0.1"],
    ["6to4 relay", "192.88.99.1"],
    ["multicast", "224.0.0.1"],
    ["reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["IPv6 unspecified", "::"],
    ["IPv6 loopback", "::1"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
    ["IPv4-mapped in hexadecimal", "::ffff:7f00:1"],
    ["IPv4-mapped public", "::ffff:8.8.8.8"],
    ["IPv4-compatible", "::127.0.0.1"],
    ["IPv4-translated", "::ffff:0:127.0.0.1"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["local NAT64", "64:ff9b:1::7f00:1"],
    ["6to4 of loopback", "2002:7f00:1::"],
    ["Teredo", "2001:0:53aa:64c::1"],
    ["unique local", "fd00:ec2::254"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["public with a zone", "2606:4700:4700::1111%eth0"],
    ["site-local", "fec0::1"],
    ["IPv6 multicast", "ff02::1"],
    ["IPv6 documentation", "2001:db8::1"],
    ["IPv6 documentation, new", "3fff::1"],
    ["discard", "100::1"],
    ["segment routing", "5f00::1"],
    ["ORCHID", "2001:20::1"],
    ["never given out", "4000::1"],
    ["no address", "localhost"],
    ["decimal", "2130706433"],
    ["octal", "0177.0.0.1"],
    ["hexadecimal", "0x7f.0.0.1"],
    ["empty", ""],
  ])("%s is not public: %s", (_name, address) => expect(isPublicAddress(address)).toBe(false));
});

test("loopback is 127.0.0.0/8 and ::1, and nothing in their clothes", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1"].filter(isLoopbackAddress)).toHaveLength(3);
  expect(["::ffff:127.0.0.1", "10.0.0.1", "8.8.8.8", "0.0.0.0"].filter(isLoopbackAddress)).toEqual([]);
});
