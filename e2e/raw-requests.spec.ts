import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "@playwright/test";
import { personOf, tokenOf } from "./people";

// Bytes on a socket, as no client library would send them: whatever comes in, the answer is one that a client can read,
// and never our failure.

const owner = personOf("Company Access (owner)");

interface RawAnswer {
  status: number;
  headers: Map<string, string>;
  text: string;
}

async function open(baseURL: string | undefined): Promise<Socket> {
  const { hostname, port } = new URL(baseURL ?? "http://localhost:3000");
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
}

/** Sends bytes as they are and reads all that comes back until the server (or the answer's length) ends it. */
async function exchange(baseURL: string | undefined, bytes: string | Buffer): Promise<RawAnswer | null> {
  const socket = await open(baseURL);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    if (isWhole(Buffer.concat(chunks))) socket.end();
  });
  // A server that has refused a body need not read the rest of it: what it said before counts.
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(bytes);
  const timer = setTimeout(() => socket.destroy(), 20_000);
  await closed;
  clearTimeout(timer);
  return parseAnswer(Buffer.concat(chunks));
}

function parseAnswer(bytes: Buffer): RawAnswer | null {
  const [head = "", ...rest] = bytes.toString("latin1").split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
  if (!status) return null;
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  return { status, headers, text: unchunked(rest.join("\r\n\r\n"), headers) };
}

function unchunked(body: string, headers: Map<string, string>): string {
  if (headers.get("transfer-encoding") !== "chunked") return body;
  let text = "";
  for (let rest = body; rest; ) {
    const end = rest.indexOf("\r\n");
    const length = Number.parseInt(rest.slice(0, end), 16);
    if (!(length > 0)) break;
    text += rest.slice(end + 2, end + 2 + length);
    rest = rest.slice(end + 2 + length + 2);
  }
  return text;
}

function isWhole(bytes: Buffer): boolean {
  const answer = parseAnswer(bytes);
  if (!answer) return false;
  const length = answer.headers.get("content-length");
  return length === undefined ? bytes.toString("latin1").endsWith("0\r\n\r\n") : answer.text.length >= Number(length);
}

function expectProblem(answer: RawAnswer | null, name: string, statuses: readonly number[]): void {
  expect(answer, name).not.toBeNull();
  if (!answer) return;
  expect(statuses, `${name}: ${answer.status} ${answer.text.slice(0, 200)}`).toContain(answer.status);
  expect(answer.headers.get("x-request-id"), name).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  expect(answer.headers.get("x-process-time"), name).toMatch(/^\d+\.\d{4}$/);
  const body = JSON.parse(answer.text);
  expect(Object.keys(body).sort(), name).toEqual(["code", "detail", "request_id"]);
  expect(body.request_id, name).toBe(answer.headers.get("x-request-id"));
  expect(answer.text, name).not.toMatch(/select |constraint|prisma|node_modules|at .*\.js:\d/i);
}

const HOST = "Host: localhost";
const get = (target: string, ...lines: string[]) => [`GET ${target} HTTP/1.1`, HOST, ...lines, "", ""].join("\r\n");

test("addresses that no client would write are refused in the API's form", async ({ baseURL, request }) => {
  const token = `Authorization: Bearer ${await tokenOf(request, owner)}`;
  const addresses: [string, readonly number[]][] = [
    ["/api/v1/accounts/", [404]],
    ["/api/v1//accounts", [404]],
    ["/api//v1/accounts", [404]],
    ["//api/v1/accounts", [404]],
    ["/api/v1/accounts/..", [404]],
    ["/api/v1/../v1/nothing", [404]],
    ["/api/v1/%2e%2e/secret", [404]],
    ["/api/v1/%", [404]],
    ["/api/v1/%00", [404]],
    ["/api/v1/%ff%fe", [404]],
    ["/api/v1/accounts%2f", [404]],
    ["/api/v1/accounts\\", [404]],
    ["/api/v1/ACCOUNTS", [404]],
    ["/api/v1/accounts;a=b", [404]],
    ["/api/v1/[tenant]", [404]],
    ["/api/v1/account?id=%", [422]],
    ["/api/v1/account?id=%ff%fe", [422]],
    ["/api/v1/account?id=%00", [422]],
    ["/api/v1/account?id=%ed%a0%80", [422]],
    ["/api/v1/account?__proto__[x]=1", [422]],
    ["/api/v1/account?id=1&id=2", [422]],
    ["/api/v1/account?constructor=1", [422]],
    ["/api/v1/accounts?size=99999999999999999999", [422]],
    ["/api/v1/accounts?page=-1", [422]],
    ["/api/v1/accounts?cursor=%00", [422]],
    [`/api/v1/accounts?${"a=1&".repeat(1000)}`, [422]],
    [`/api/v1/account?id=${"a".repeat(7000)}`, [422]],
    ["http://evil.example/api/v1/nothing", [404]],
  ];
  for (const [target, statuses] of addresses)
    expectProblem(await exchange(baseURL, get(target, token)), target, statuses);
});

test("what is no HTTP is answered, and the connection closed", async ({ baseURL }) => {
  const cases: [string, string | Buffer, readonly number[]][] = [
    ["nonsense", "nonsense\r\n\r\n", [400]],
    ["bytes", Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x0d, 0x0a]), [400]],
    ["a preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400]],
    ["an unknown method", `BREW /api/v1/accounts HTTP/1.1\r\n${HOST}\r\n\r\n`, [400]],
    ["a header without a colon", get("/api/v1/accounts", "broken"), [400]],
    ["NUL in a header", get("/api/v1/accounts", "X-A: a\0b"), [400]],
    ["a space in the address", get("/api/v1/a b"), [400]],
    ["two lengths", get("/api/v1/account", "Content-Length: 1", "Content-Length: 2"), [400]],
    ["length and chunks at once", get("/api/v1/account", "Content-Length: 1", "Transfer-Encoding: chunked"), [400]],
    ["a header beyond all measure", get("/api/v1/accounts", `X-A: ${"a".repeat(100_000)}`), [431]],
    ["thousands of headers", get("/api/v1/accounts", ...Array.from({ length: 5000 }, (_, n) => `X-${n}: aaaa`)), [431]],
    ["an address beyond all measure", get(`/api/v1/accounts?a=${"a".repeat(100_000)}`), [431]],
  ];
  for (const [name, bytes, statuses] of cases) {
    const answer = await exchange(baseURL, bytes);
    expectProblem(answer, name, statuses);
    expect(answer?.headers.get("connection"), name).toBe("close");
  }
});

test("bodies that break off, drag on or contradict themselves are the sender's failure", async ({
  baseURL,
  request,
}) => {
  const token = `Authorization: Bearer ${await tokenOf(request, owner)}`;
  const post = (body: string | Buffer, ...lines: string[]) =>
    Buffer.concat([
      Buffer.from(
        ["POST /api/v1/account HTTP/1.1", HOST, token, "Content-Type: application/json", ...lines, "", ""].join("\r\n"),
        "latin1",
      ),
      Buffer.isBuffer(body) ? body : Buffer.from(body),
    ]);
  const whole = (body: string | Buffer, ...lines: string[]) =>
    post(body, `Content-Length: ${Buffer.byteLength(body)}`, ...lines);
  const cases: [string, Buffer, readonly number[]][] = [
    ["nothing", whole(""), [400]],
    ["half of it", whole('{"name":'), [400]],
    ["no UTF-8", whole(Buffer.from([0x7b, 0xff, 0x7d])), [400]],
    ["a tower", whole("[".repeat(200_000)), [400]],
    ["a lone surrogate", whole('{"name":"\\ud800","currency":"EUR"}'), [422]],
    ["a NUL", whole('{"name":"a\\u0000b","currency":"EUR"}'), [422]],
    ["a prototype", whole('{"__proto__":{"x":1},"constructor":1}'), [422]],
    ["a huge number", whole(`{"name":${"9".repeat(400)},"currency":1e999}`), [422]],
    ["a claim of more than the limit", post("{}", "Content-Length: 99999999"), [413]],
    [
      "more than the limit in chunks",
      post(`${(2_000_000).toString(16)}\r\n${" ".repeat(2_000_000)}\r\n0\r\n\r\n`, "Transfer-Encoding: chunked"),
      [413],
    ],
    ["broken chunks", post("zz\r\n{}\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), [400]],
    ["compressed", whole("{}", "Content-Encoding: gzip"), [415]],
    ["an idempotency key with a space", whole('{"name":"x","currency":"EUR"}', "Idempotency-Key: a b"), [422]],
  ];
  for (const [name, bytes, statuses] of cases) expectProblem(await exchange(baseURL, bytes), name, statuses);
});

test("a body that does not come is given up with 408, and one that is cut off harms nobody", async ({
  baseURL,
  request,
}) => {
  test.slow();
  const token = `Authorization: Bearer ${await tokenOf(request, owner)}`;
  const head = ["POST /api/v1/account HTTP/1.1", HOST, token, "Content-Type: application/json", "Content-Length: 100"];
  const begun = `${head.join("\r\n")}\r\n\r\n{`;
  expectProblem(await exchange(baseURL, begun), "a slow body", [408]);
  for (let n = 0; n < 5; n += 1) {
    const socket = await open(baseURL);
    socket.on("error", () => {});
    socket.write(begun);
    socket.resetAndDestroy();
  }
  expect((await request.get("/health")).status()).toBe(200);
});

test("health is answered while requests flood in", async ({ request }) => {
  const authorization = `Bearer ${await tokenOf(request, owner)}`;
  const flood = Array.from({ length: 60 }, () =>
    request.get("/api/v1/payment_intents?size=100", { headers: { authorization } }),
  );
  const health = await Promise.all(["/health", "/health/ready"].map((path) => request.get(path)));
  expect(health.map((answer) => answer.status())).toEqual([200, 200]);
  const statuses = (await Promise.all(flood)).map((answer) => answer.status());
  expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
});
