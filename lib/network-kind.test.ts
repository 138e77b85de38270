import { expect, test } from "vitest";
import { networkKind } from "./network-kind";

test.each([
  ["127.0.0.1", "this_machine"],
  ["::1", "this_machine"],
  ["::ffff:127.0.0.1", "this_machine"],
  ["10.1.2.3", "private"],
  ["192.168.0.7", "private"],
  ["100.64.0.1", "private"],
  ["fd00::1", "private"],
  ["fe80::1", "private"],
  ["203.0.114.7", "internet"],
  ["2a00:1450:4001::1", "internet"],
  ["nonsense", null],
  [null, null],
] as const)("%s: %s", (address, kind) => {
  expect(networkKind(address)).toBe(kind);
});
