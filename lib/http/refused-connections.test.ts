import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { answerRefusedConnections } from "./refused-connections";

let server: Server;

beforeAll(async () => {
  answerRefusedConnections(30_000);
  server = createServer((_request, response) => {
    response.flushHeaders();
    response.write("first half");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function exchange(bytes: string, more?: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += String(chunk);
    if (more && text.includes("first half")) socket.write(more);
  });
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  return text;
}

test.each([
  ["nonsense", "nonsense\r\n\r\n", 400, "bad_request"],
  ["two lengths", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, "bad_request"],
  ["too large a header", `GET / HTTP/1.1\r\nX-A: ${"a".repeat(100_000)}\r\n\r\n`, 431, "headers_too_large"],
])("%s is answered in the API's form, and the connection closed", async (_name, bytes, status, code) => {
  const [head = "", body = ""] = (await exchange(bytes)).split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain("Connection: close");
  const requestId = /X-Request-Id: (\S+)/.exec(head)?.[1];
  expect(JSON.parse(body)).toEqual({ detail: expect.any(String), code, request_id: requestId });
});

it("says nothing in the middle of another answer", async () => {
  const text = await exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "nonsense\r\n\r\n");
  expect(text).toContain("first half");
  expect(text).not.toContain("bad_request");
});

it("gives headers and requests their time", () => {
  expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 30_000]);
});
