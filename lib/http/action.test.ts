import { redirect } from "next/navigation";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import type { MemberActor } from "@/lib/actor";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { setErrorReporter } from "@/lib/logger";
import { tenantAction, tenantActionOnce } from "./action";

const request = vi.hoisted(() => ({ headers: new Headers(), refresh: vi.fn(), memberActor: vi.fn() }));

vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => new Map() }));
vi.mock("next/cache", () => ({ refresh: request.refresh }));
vi.mock("../auth/actor", async (original) => ({
  ...(await original<typeof import("../auth/actor")>()),
  memberActor: request.memberActor,
}));

const command = vi.fn(async (_actor: unknown, { name }: { name: string }) => ({ stored: name }));
const action = tenantAction(z.strictObject({ name: z.string() }), command);

beforeEach(() => {
  vi.clearAllMocks();
  request.headers = new Headers({ origin: env().appUrl, "x-request-id": "request-1" });
  request.memberActor.mockImplementation(async (slug: string) => {
    if (slug !== "aurora") throw new AppError("not_found");
    return { actor: { kind: "member" }, tenant: { slug } };
  });
});

test("a good request runs the command with actor and parsed input, and renders the page anew", async () => {
  expect(await action("aurora", { name: "x" })).toEqual({ ok: true, data: { stored: "x" } });
  expect(command).toHaveBeenCalledWith({ kind: "member" }, { name: "x" });
  expect(request.refresh).toHaveBeenCalledOnce();
});

test.each([
  ["missing", {}],
  ["another", { origin: "https://evil.example" }],
  ["null", { origin: "null" }],
  ["another port", { origin: "http://localhost:3999" }],
  ["a longer host", { origin: "http://localhost:3000.evil.example" }],
  [
    "another, with forged host headers",
    { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
  ],
])("a request whose Origin is %s is refused before anything is looked up", async (_, headers) => {
  request.headers = new Headers(headers);
  expect(await action("aurora", { name: "x" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(request.memberActor).not.toHaveBeenCalled();
  expect(command).not.toHaveBeenCalled();
});

test("wrong input is answered by field, and never reaches the command", async () => {
  expect(await action("aurora", { name: 5, more: 1 })).toMatchObject({
    ok: false,
    error: {
      code: "validation_error",
      requestId: "request-1",
      issues: [{ loc: ["body", "name"] }, { loc: ["body", "more"], msg: "Unknown field" }],
    },
  });
  for (const input of [undefined, null, "text", [], new FormData(), 5n])
    expect(await action("aurora", input)).toMatchObject({ ok: false, error: { code: "validation_error" } });
  expect(command).not.toHaveBeenCalled();
});

test("a tenant that is not the person's is not found, before the input is looked at", async () => {
  expect(await action("boreal", { name: 5 })).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("an ended session is said in a sentence rather than by leaving the page", async () => {
  request.memberActor.mockRejectedValue(new AppError("token_expired"));
  expect(await action("aurora", {})).toMatchObject({ ok: false, error: { message: expect.stringMatching(/sign in/) } });
});

test("an expected failure speaks for itself, with its fields", async () => {
  const issues = [{ loc: ["body", "name"], msg: "Taken", type: "already_exists" }];
  command.mockRejectedValueOnce(new AppError("already_exists", "The account x already exists", { issues }));
  expect(await action("aurora", { name: "x" })).toEqual({
    ok: false,
    error: { code: "already_exists", message: "The account x already exists", requestId: "request-1", issues },
  });
  expect(request.refresh).not.toHaveBeenCalled();
});

test("an unexpected error is reported with the request id, and shows nothing else", async () => {
  const reporter = vi.fn();
  setErrorReporter(reporter);
  const bug = new Error("password=hunter2");
  command.mockRejectedValueOnce(bug);
  const result = await action("aurora", { name: "x" });
  setErrorReporter(null);
  expect(result).toEqual({
    ok: false,
    error: { code: "internal", message: "Internal server error", requestId: "request-1" },
  });
  expect(reporter).toHaveBeenCalledWith(bug, { requestId: "request-1" });
});

test("an action that happens once gives its command the key of the form, and what was asked", async () => {
  const once = tenantActionOnce("makeThing", z.strictObject({ name: z.string() }), command);
  await once("aurora", { name: "x" }, "key-1");
  await once("aurora", { name: "x" }, "key-1");
  await once("aurora", { name: "y" }, "key-1");
  const [first, second, other] = command.mock.calls.map(([actor]) => (actor as MemberActor).idempotency);
  expect(first?.key).toBe("key-1");
  expect(first?.fingerprint).toEqual(second?.fingerprint);
  expect(first?.fingerprint).not.toEqual(other?.fingerprint);
  for (const key of ["", "a b", "x".repeat(256)])
    expect(await once("aurora", { name: "x" }, key)).toMatchObject({
      ok: false,
      error: { code: "validation_error", issues: [{ loc: ["header", "Idempotency-Key"] }] },
    });
  expect(command).toHaveBeenCalledTimes(3);
});

test("a redirect of the command is left to Next", async () => {
  command.mockImplementationOnce(async () => redirect("/aurora"));
  await expect(action("aurora", { name: "x" })).rejects.toThrow("NEXT_REDIRECT");
});
