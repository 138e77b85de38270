import { unstable_doesMiddlewareMatch as runsFor } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { SESSION_COOKIE } from "@/lib/auth/session-token";
import { config, proxy } from "./proxy";

const answer = (path: string, method = "GET") => proxy(new NextRequest(`http://localhost:3000${path}`, { method }));

test("without a cookie a page leads to sign-in, and back", () => {
  expect(answer("/aurora/accounts?a=b").headers.get("location")).toBe(
    `http://localhost:3000/sign-in?next=${encodeURIComponent("/aurora/accounts?a=b")}`,
  );
  expect(answer("/").headers.get("location")).toBe("http://localhost:3000/sign-in");
  expect(answer("/sign-in").headers.get("location")).toBeNull();
  expect(answer("/invitation?token=x").headers.get("location")).toBeNull();
});

test("any cookie passes: whether it is worth something is not decided here", () => {
  expect(runsFor({ config, url: "/aurora" })).toBe(true);
  expect(runsFor({ config, url: "/aurora", cookies: { other: "c" } })).toBe(true);
  expect(runsFor({ config, url: "/aurora", cookies: { [SESSION_COOKIE]: "nonsense" } })).toBe(false);
});

test.each(["/api/v1/accounts", "/health/ready", "/_next/static/a.js", "/icon.svg"])("%s is no page", (url) => {
  expect(runsFor({ config, url })).toBe(false);
});

test("a server action is not led away", () => {
  expect(answer("/aurora", "POST").headers.get("location")).toBeNull();
});
