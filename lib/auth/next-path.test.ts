import { expect, test } from "vitest";
import { homePath, nextPath, signInPath } from "./next-path";

const APP_URL = "https://pay.example.com";

test.each([
  ["/", "/"],
  ["/aurora/accounts?status=FAILED#row", "/aurora/accounts?status=FAILED#row"],
  [`${APP_URL}/aurora?x=1`, "/aurora?x=1"],
  ["/a/../b", "/b"],
  ["/sign-ins", "/sign-ins"],
])("%j leads to %j", (given, path) => {
  expect(nextPath(given, APP_URL)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/a/..//evil.example",
  "/%0d/../..//evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://pay.example.com.evil.example/",
  "https://pay.example.com@evil.example/",
  "https://user@pay.example.com/",
  "http://pay.example.com/",
  "aurora",
  "",
  "/api/auth/signout",
  "/sign-in?next=/x",
  "/_next/x",
  `/${"x".repeat(2000)}`,
  undefined,
  null,
  ["/aurora"],
  { toString: () => "/aurora" },
])("%j leads nowhere", (given) => {
  expect(nextPath(given, APP_URL)).toBeNull();
});

test("sign-in gets the way back as one parameter", () => {
  expect(signInPath("/a?b=c&d=e")).toBe("/sign-in?next=%2Fa%3Fb%3Dc%26d%3De");
  expect(signInPath(null)).toBe("/sign-in");
});

test("a person starts at the first active tenant, an admin without one in the admin section", () => {
  const tenants = [
    { slug: "closed", status: "suspended" },
    { slug: "open", status: "active" },
  ];
  expect(homePath({ isPlatformAdmin: true, tenants })).toBe("/open");
  expect(homePath({ isPlatformAdmin: true, tenants: [] })).toBe("/admin");
  expect(homePath({ isPlatformAdmin: false, tenants: tenants.slice(0, 1) })).toBeNull();
});
