import { describe, expect, test } from "vitest";
import { checkTarget } from "./target";

const problem = (url: string, allowLoopback = false) => checkTarget(url, { allowLoopback }).problem;

describe("an address for webhooks", () => {
  test.each([
    "https://hooks.example.com/in?tenant=1",
    "https://hooks.example.com:8443/",
    "https://93.184.215.14/in",
    "https://[2606:4700:4700::1111]/in",
    "https://bücher.example/in",
  ])("may be %s", (url) => expect(problem(url)).toBeNull());

  test.each([
    ["no TLS", "http://hooks.example.com/", "https"],
    ["another scheme", "ftp://hooks.example.com/", "https"],
    ["a file", "file:///etc/passwd", "https"],
    ["no address", "hooks", "https"],
    ["a user name", "https://user@hooks.example.com/", "user name"],
    ["a password", "https://user:word@hooks.example.com/", "user name"],
    ["a fragment", "https://hooks.example.com/#top", "fragment"],
    ["an empty fragment", "https://hooks.example.com/#", "fragment"],
    ["this machine", "https://localhost/", "this machine"],
    ["this machine with the root's dot", "https://localhost./", "this machine"],
    ["a name below localhost", "https://a.localhost/", "this machine"],
    ["loopback", "https://127.0.0.1/", "this machine"],
    ["loopback, short", "https://127.1/", "this machine"],
    ["loopback, decimal", "https://2130706433/", "this machine"],
    ["loopback, octal", "https://0177.0.0.1/", "this machine"],
    ["loopback, hexadecimal", "https://0x7f000001/", "this machine"],
    ["loopback, IPv6", "https://[::1]/", "this machine"],
    ["loopback, IPv4-mapped", "https://[::ffff:127.0.0.1]/", "public"],
    ["loopback in full-width digits", "https://１２７.0.0.1/", "this machine"],
    ["private", "https://10.0.0.8/", "public"],
    ["private, decimal", "https://167772161/", "public"],
    ["cloud metadata", "https://169.254.169.254/latest/meta-data", "public"],
    ["cloud metadata by name", "https://metadata.google.internal/", "public"],
    ["everything", "https://0.0.0.0/", "public"],
    ["everything, short", "https://0/", "public"],
    ["NAT64", "https://[64:ff9b::a00:1]/", "public"],
    ["a name without a dot", "https://intranet/", "public"],
    ["a local name", "https://printer.local/", "public"],
    ["a mail server's port", "https://hooks.example.com:25/", "port"],
    ["plain HTTP's port", "https://hooks.example.com:80/", "port"],
    ["a shell's port", "https://hooks.example.com:22/", "port"],
  ])("is refused for %s: %s", (_name, url, word) => expect(problem(url)).toContain(word));

  test("is refused beyond 2,048 characters", () => {
    expect(problem(`https://hooks.example.com/${"a".repeat(2048)}`)).toContain("2048");
  });

  test("may lead to this machine where the setting says so, and nowhere else without TLS", () => {
    for (const url of ["http://127.0.0.1:4000/in", "http://localhost/in", "https://[::1]:4000/"])
      expect(problem(url, true)).toBeNull();
    for (const url of [
      "http://10.0.0.1:4000/",
      "http://hooks.example.com:4000/",
      "http://127.0.0.1:25/",
      "https://192.168.0.1/",
    ])
      expect(problem(url, true), url).not.toBeNull();
  });
});
