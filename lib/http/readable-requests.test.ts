import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { decodableUrl, makeRequestsReadable, originForm, strictApiUrl } from "./readable-requests";

it("escapes percent signs of a path that cannot be decoded, and leaves every other URL as it is", () => {
  expect(decodableUrl("/%")).toBe("/%25");
  expect(decodableUrl("/a%20b/%E0%A4%A?x=%&y=1?2")).toBe("/a%2520b/%25E0%25A4%25A?x=%&y=1?2");
  for (const url of ["/", "/a%20b?x=%", "/%E2%82%AC", "*"]) expect(decodableUrl(url)).toBe(url);
});

it("takes scheme and host from an address that was meant for a proxy", () => {
  expect(originForm("http://evil.example/api/v1/nothing?a=1")).toBe("/api/v1/nothing?a=1");
  expect(originForm("HTTPS://evil.example:8443")).toBe("/");
  expect(originForm("http://evil.example?a=1")).toBe("/?a=1");
  for (const url of ["/", "//x/y", "/a?b=http://c", "*", "evil.example:443"]) expect(originForm(url)).toBe(url);
});

it("leads addresses of the API with slashes too many or dots for a segment nowhere, and leaves every other URL as it is", () => {
  for (const url of [
    "/api/v1/",
    "/api/v1/accounts/?a=1",
    "/api//v1/accounts",
    "/api/v1/accounts/..",
    "/api/v1/./accounts",
    "/api/v1/%2E%2e/secret",
    "//api/v1",
    "/api/v1\\\\x",
    "\\\\api/v1/x",
  ])
    expect(strictApiUrl(url)).toBe("/api/v1/nowhere");
  for (const url of [
    "/",
    "//x",
    "/api/v1",
    "/api/v1/a.b/c..",
    "/api/v1/accounts?a=//b/",
    "/api/auth//x",
    "/x/api/v1/",
    "*",
  ])
    expect(strictApiUrl(url)).toBe(url);
});

it("repairs a request before it is handled", async () => {
  makeRequestsReadable("https://pay.example.com");
  const seen: (string | undefined)[] = [];
  const server = createServer((incoming, response) => {
    seen.push(incoming.method, incoming.url);
    response.end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    request({ port, host: "127.0.0.1", method: "TRACE", path: "/%ff?a=1" }, resolve).end();
  });
  server.close();
  expect(seen).toEqual(["PUT", "/%25ff?a=1"]);
});

it("takes a foreign origin from a server action, so that the adapter refuses it, and leaves our own", async () => {
  makeRequestsReadable("https://pay.example.com");
  const seen: (string | undefined)[] = [];
  const server = createServer((incoming, response) => {
    seen.push(incoming.headers.origin);
    response.end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  for (const headers of [
    { "next-action": "1", origin: "https://evil.example" },
    { "next-action": "1", origin: "https://pay.example.com" },
    { origin: "https://evil.example" },
  ]) {
    await new Promise((resolve) => {
      request({ port, host: "127.0.0.1", method: "POST", headers }, resolve).end();
    });
  }
  server.close();
  expect(seen).toEqual([undefined, "https://pay.example.com", "https://evil.example"]);
});
