import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { env } from "../env";
import { AppError } from "../errors";
import { defineList, pageOf } from "../list-query";
import { logger, setErrorReporter } from "../logger";
import type { Operation } from "./operation";
import { otherMethods, route, unknownRoute } from "./route";

const shared = { path: "/api/v1/public/thing", tag: "Public", permission: null, isPublic: true } as const;
const reply = z.object({ name: z.string(), count: z.int().optional() });

const read = {
  ...shared,
  method: "get",
  operationId: "readThing",
  summary: "Read",
  query: z.strictObject({ name: z.string().min(1) }),
  reply,
} as const satisfies Operation;

const write = {
  ...shared,
  method: "post",
  operationId: "writeThing",
  summary: "Write",
  body: z.strictObject({ name: z.string(), nested: z.unknown().optional() }),
  reply,
  status: 201,
} as const satisfies Operation;

const GET = route(read, (_actor, { name }) => ({ name }));
const POST = route(write, (_actor, { name }) => ({ name }));
const rest = otherMethods(GET, POST);

const url = (search = "") => `http://localhost/api/v1/public/thing${search}`;
const get = (search: string, headers: Record<string, string> = {}) => GET(new Request(url(search), { headers }));
const post = (body: BodyInit | null, headers: Record<string, string> = { "content-type": "application/json" }) =>
  POST(new Request(url(), { method: "POST", body, headers, duplex: "half" } as RequestInit));

/** What a failing operation answers. */
const failing = (error: unknown) =>
  route(read, () => {
    throw error;
  })(new Request(url("?name=a")));

async function problem(response: Response) {
  const body = (await response.json()) as { detail: unknown; code: string; request_id: string };
  expect(Object.keys(body).sort()).toEqual(["code", "detail", "request_id"]);
  expect(response.headers.get("x-request-id")).toBe(body.request_id);
  return { status: response.status, ...body };
}

const reported = vi.fn();
beforeEach(() => setErrorReporter(reported));
afterEach(() => {
  setErrorReporter(null);
  vi.restoreAllMocks();
  reported.mockClear();
});

describe("headers", () => {
  it("are the same on success and on failure", async () => {
    for (const response of [await get("?name=a"), await get("?other=a"), await failing(new Error("bug"))]) {
      expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get("x-process-time")).toMatch(/^\d+\.\d{4}$/);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-type")).toBe("application/json");
    }
  });

  it("take over a sane request id, and no other", async () => {
    const idOf = async (given: string) => (await get("?name=a", { "x-request-id": given })).headers.get("x-request-id");
    expect(await idOf("order-1042_retry")).toBe("order-1042_retry");
    for (const given of ["short", "has space in it", `${"x".repeat(65)}`, '"><script>alert(1)</script>'])
      expect(await idOf(given)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("let scripts of the configured origins read answers, and no others", async () => {
    vi.spyOn(env(), "corsOrigins", "get").mockReturnValue(["https://app.example.com"]);
    const from = (origin: string) => get("?name=a", { origin });
    const allowed = await from("https://app.example.com");
    expect(allowed.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(allowed.headers.get("access-control-expose-headers")).toContain("X-Request-Id");
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    for (const origin of ["https://evil.example.com", "null", "https://app.example.com.evil.example"]) {
      const refused = await from(origin);
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
      expect(refused.headers.get("vary")).toBe("Origin");
    }
    const preflight = await rest.OPTIONS(
      new Request(url(), { method: "OPTIONS", headers: { origin: "https://app.example.com" } }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
  });
});

describe("the query", () => {
  it("refuses what is unknown, repeated or wrong, by name", async () => {
    const detail = async (search: string) => (await problem(await get(search))).detail;
    expect(await detail("?name=a&nam=b")).toEqual([
      { loc: ["query", "nam"], msg: "Unknown field", type: "unrecognized_keys" },
    ]);
    expect(await detail("?name=a&name=b")).toEqual([
      { loc: ["query", "name"], msg: "Must be given once", type: "repeated" },
    ]);
    expect(await detail("?__proto__=b&name=a")).toEqual([expect.objectContaining({ loc: ["query", "__proto__"] })]);
    expect(await detail("")).toEqual([expect.objectContaining({ loc: ["query", "name"] })]);
  });

  it("is refused where an operation takes none", async () => {
    const response = await POST(
      new Request(url("?dry_run=true"), {
        method: "POST",
        body: '{"name":"a"}',
        headers: { "content-type": "application/json" },
      }),
    );
    expect(await problem(response)).toMatchObject({ status: 422, detail: [{ loc: ["query", "dry_run"] }] });
  });
});

describe("the body", () => {
  it("is read as JSON", async () => {
    const response = await post('{"name":"Ann"}', { "content-type": "Application/JSON; charset=utf-8" });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: "Ann" });
  });

  it.each([
    ["text/plain", "{}"],
    ["application/x-www-form-urlencoded", "name=a"],
    ["application/jsonp", "{}"],
    ["", "{}"],
  ])("is refused as %j", async (type, body) => {
    expect((await problem(await post(body, type ? { "content-type": type } : {}))).status).toBe(415);
  });

  it("is refused compressed", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect((await problem(await post("{}", headers))).status).toBe(415);
  });

  it.each([
    ["nothing", null, "empty"],
    ["half of it", '{"name":', "not valid JSON"],
    ["two of them", "{}{}", "not valid JSON"],
    ["not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), "not UTF-8"],
    ["a tower of lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "levels deep"],
    ["a deep field", `{"name":"a","nested":${'{"a":'.repeat(40)}1${"}".repeat(40)}}`, "levels deep"],
  ])("answers 400 to %s", async (_name, body, sentence) => {
    const answer = await problem(await post(body));
    expect(answer).toMatchObject({ status: 400, code: "bad_request" });
    expect(answer.detail).toContain(sentence);
  });

  it.each(["null", "5", '"text"', "[]", '{"name":5}', '{"name":"a","more":1}', '{"name":"a","__proto__":{"x":1}}'])(
    "answers 422 to %s",
    async (body) => {
      const answer = await problem(await post(body));
      expect(answer).toMatchObject({
        status: 422,
        code: "validation_error",
        detail: [{ loc: expect.arrayContaining(["body"]) }],
      });
    },
  );

  it("is cut off at the limit, whatever length it claims", async () => {
    const limit = env().bodyLimitBytes;
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    expect(await problem(await post(endless))).toMatchObject({ status: 413, code: "payload_too_large" });
    expect(pulled).toBeLessThan(limit + 3 * 65_536);
    const claimed = { "content-type": "application/json", "content-length": String(limit + 1) };
    expect((await problem(await post("{}", claimed))).status).toBe(413);
    const fits = JSON.stringify({ name: "a".repeat(limit - 11) });
    expect(fits).toHaveLength(limit);
    expect((await post(fits)).status).toBe(201);
  });

  it("that does not come in time is 408, long before the answer would be late", async () => {
    vi.spyOn(env(), "requestTimeoutMs", "get").mockReturnValue(60);
    const never = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([0x7b])) });
    expect(await problem(await post(never))).toMatchObject({ status: 408, code: "request_timeout" });
  });

  it("that breaks off is the sender's failure", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("aborted")) });
    expect((await problem(await post(broken))).status).toBe(400);
  });
});

describe("the reply", () => {
  it("leaves out whatever its schema does not have", async () => {
    const leaky = route(read, () => ({ name: "a", password_hash: "secret" }));
    expect(await (await leaky(new Request(url("?name=a")))).json()).toEqual({ name: "a" });
  });

  it("that does not fit is a bug: reported, and nothing of it is shown", async () => {
    const wrong = route(read, () => JSON.parse('{"name":5,"secret":"x"}'));
    const answer = await problem(await wrong(new Request(url("?name=a"))));
    expect(answer).toMatchObject({ status: 500, detail: "Internal server error" });
    expect(reported).toHaveBeenCalledWith(
      expect.any(Error),
      expect.objectContaining({ requestId: answer.request_id, path: read.path }),
    );
  });

  it("of a list is a page in the API's form", async () => {
    const list = defineList({
      name: "things",
      sorts: { created: { column: null, type: "timestamp", nullable: false } },
      defaultSort: { name: "created", direction: "desc" },
      filters: {},
      sizes: [25],
      defaultSize: 25,
    });
    const page = z.object({
      items: z.array(reply),
      total: z.int(),
      page: z.int().nullable(),
      next_cursor: z.string().nullable(),
    });
    const things = route({ ...read, query: list, reply: page }, (_actor, query) =>
      pageOf(query, [{ name: "a" }], 1, () => ({ values: [], id: "0190a000-0000-7000-8000-00000000000a" })),
    );
    expect(await (await things(new Request(url()))).json()).toEqual({
      items: [{ name: "a" }],
      total: 1,
      page: 1,
      next_cursor: null,
    });
    expect((await problem(await things(new Request(url("?size=7"))))).status).toBe(422);
    const totals = route({ ...read, query: { filtersOf: list } }, () => ({ name: "a" }));
    expect((await totals(new Request(url()))).status).toBe(200);
    expect(await problem(await totals(new Request(url("?size=25&sort=created"))))).toMatchObject({
      status: 422,
      detail: [{ loc: ["query", "sort"] }, { loc: ["query", "size"] }],
    });
  });
});

describe("failures", () => {
  it("that are expected speak for themselves and are not reported", async () => {
    const limited = await failing(new AppError("rate_limited", undefined, { retryAfterSeconds: 3 }));
    expect(limited.headers.get("retry-after")).toBe("3");
    expect(await problem(limited)).toMatchObject({ status: 429, detail: "Too many requests" });
    expect(reported).not.toHaveBeenCalled();
  });

  it("that are not expected show only the request id", async () => {
    const answer = await problem(await failing(new Error("relation app.secrets does not exist")));
    expect(answer).toEqual({
      status: 500,
      detail: "Internal server error",
      code: "internal",
      request_id: expect.any(String),
    });
    expect(reported).toHaveBeenCalledOnce();
  });

  it("by lateness are 503, and what goes wrong after that is still reported", async () => {
    vi.spyOn(env(), "requestTimeoutMs", "get").mockReturnValue(1);
    let fail: (error: Error) => void = () => {};
    const late = new Promise<{ name: string }>((_resolve, reject) => {
      fail = reject;
    });
    const response = await route(read, () => late)(new Request(url("?name=a")));
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await problem(response)).toMatchObject({ status: 503, detail: "The request took too long" });
    fail(new Error("bug"));
    await vi.waitFor(() => expect(reported).toHaveBeenCalledOnce());
  });

  it("of the method are 405 with Allow; of the address, 404", async () => {
    for (const method of ["PUT", "PATCH", "DELETE"] as const) {
      const response = await rest[method](new Request(url(), { method }));
      expect(response.headers.get("allow")).toBe("GET, POST, OPTIONS");
      expect(await problem(response)).toMatchObject({ status: 405, code: "method_not_allowed" });
    }
    expect(await problem(await unknownRoute(new Request("http://localhost/api/v1/x")))).toMatchObject({ status: 404 });
  });

  it("of the token come before anything else", async () => {
    const guarded = route({ ...read, isPublic: false as boolean }, (_actor, { name }) => ({ name }));
    for (const [authorization, detail] of [
      ["", "Token not found"],
      ["Basic abc", "Token not found"],
      ["Bearer ", "Token not found"],
      ["Bearer abc", "Token invalid"],
      ["Bearer a.b.c", "Token invalid"],
    ]) {
      const response = await guarded(new Request(url("?wrong=1"), { headers: authorization ? { authorization } : {} }));
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(await problem(response)).toMatchObject({ status: 401, detail });
    }
  });
});

it("each request leaves one line in the log, without what was sent", async () => {
  const line = vi.spyOn(logger, "info");
  await get("?name=hunter2", { authorization: "Bearer bh_sk_live_secret", "x-request-id": "request-1" });
  expect(line).toHaveBeenCalledOnce();
  expect(line.mock.calls[0]?.[0]).toEqual({
    requestId: "request-1",
    method: "GET",
    path: "/api/v1/public/thing",
    status: 200,
    durationMs: expect.any(Number),
  });
});
