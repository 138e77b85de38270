import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("bulkheadNotesAddresses", undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

async function load(trustedProxies: number) {
  vi.stubEnv("TRUSTED_PROXIES", String(trustedProxies));
  return import("./client-address");
}

test.each([
  [1, "203.0.113.7", "203.0.113.7"],
  [1, "6.6.6.6, 203.0.113.7", "203.0.113.7"],
  [2, "6.6.6.6, 203.0.113.7, 10.0.0.1", "203.0.113.7"],
  [2, "203.0.113.7", "203.0.113.7"],
  [1, "::ffff:203.0.113.7", "203.0.113.7"],
  [1, "fe80::1%eth0", "fe80::1"],
  [1, "'; drop table users", null],
  [1, "", null],
])("behind %i own proxies, %j means %j", async (proxies, forwarded, address) => {
  const { clientAddress } = await load(proxies);
  expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(address);
});

test("without own proxies, what the sender writes about the address is not believed", async () => {
  const { clientAddress } = await load(0);
  const forged = new Headers({ "x-forwarded-for": "6.6.6.6", "x-bulkhead-client-address": "6.6.6.6" });
  expect(clientAddress(forged)).toBeNull();
});

test("a running server notes the connection's address over a forged one", async () => {
  const { clientAddress, noteClientAddresses } = await load(0);
  noteClientAddresses();
  const server = createServer((request, response) => {
    response.end(clientAddress(new Headers(request.headers as Record<string, string>)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const headers = { "x-bulkhead-client-address": "6.6.6.6", "x-forwarded-for": "6.6.6.6" };
    expect(await (await fetch(`http://127.0.0.1:${address.port}/`, { headers })).text()).toBe("127.0.0.1");
  } finally {
    server.close();
  }
});
