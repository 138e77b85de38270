import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "./proxy";

function answer(path: string, init: { method?: string; headers?: Record<string, string>; cookie?: string } = {}) {
  const headers = new Headers(init.headers);
  if (init.cookie) headers.set("cookie", `bulkhead.session=${init.cookie}`);
  return proxy(new NextRequest(`http://localhost:3000${path}`, { method: init.method, headers }));
}

/** What the page's request says, as Next reads it from the proxy's answer. */
const passedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

test("without a cookie a page leads to sign-in, and back", () => {
  expect(answer("/aurora/accounts?a=b").headers.get("location")).toBe(
    `http://localhost:3000/sign-in?next=${encodeURIComponent("/aurora/accounts?a=b")}`,
  );
  expect(answer("/").headers.get("location")).toBe("http://localhost:3000/sign-in");
  expect(answer("/sign-in").headers.get("location")).toBeNull();
  expect(answer("/invitation?token=x").headers.get("location")).toBeNull();
});

test("any cookie passes: whether it is worth something is not decided here", () => {
  expect(answer("/aurora", { cookie: "nonsense" }).headers.get("location")).toBeNull();
});

test("each request gets an id of its own, and its path; neither is taken from the sender", () => {
  const forged = { "x-request-id": "someone-elses-id", "x-request-path": "//evil.example" };
  const response = answer("/aurora?x=1", { cookie: "c", headers: forged });
  const id = passedOn(response, "x-request-id");
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers.get("x-request-id")).toBe(id);
  expect(passedOn(response, "x-request-path")).toBe("/aurora?x=1");
  expect(passedOn(answer("/aurora", { cookie: "c" }), "x-request-id")).not.toBe(id);
});

test("a server action is not led away", () => {
  expect(answer("/aurora", { method: "POST" }).headers.get("location")).toBeNull();
});
