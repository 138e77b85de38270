import { afterEach, expect, test, vi } from "vitest";
import { createLogger, reportError, setErrorReporter } from "./logger";

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger("info", { write: (line) => lines.push(line) }));
  return lines.join("");
}

afterEach(() => setErrorReporter(null));

test.each([
  ["a header", { headers: { authorization: "Bearer hunter2", cookie: "session=hunter2", "x-api-key": "hunter2" } }],
  [
    "a field in any spelling",
    { newPassword: "hunter2", key_hash: "hunter2", keyHash: "hunter2", clientSecret: "hunter2" },
  ],
  ["a connection string", { detail: "cannot reach postgresql://tenant_user:hunter2@db.example:5432/bulkhead" }],
  ["an access key", { detail: "key bh_sk_live_hunter2 is unknown" }],
  ["an error's message and cause", { err: new Error("a", { cause: new Error("postgres://u:hunter2@h/d") }) }],
  ["an error's own fields", { err: Object.assign(new Error("a"), { config: { password: "hunter2" } }) }],
  ["a list", { items: [{ token: "hunter2" }] }],
])("a secret in %s is not logged", (_, fields) => {
  const line = logged((logger) => logger.info(fields, "see postgresql://owner:hunter2@h/d"));
  expect(line).not.toContain("hunter2");
  expect(line).toContain("[redacted]");
});

test("a line is JSON with level, time, message and what was given", () => {
  const line = JSON.parse(logged((logger) => logger.child({ requestId: "r-1" }).warn({ durationMs: 3 }, "slow")));
  expect(line).toMatchObject({ level: "warn", msg: "slow", requestId: "r-1", durationMs: 3, time: expect.any(String) });
});

test("an error is logged with type, message and stack", () => {
  const line = JSON.parse(logged((logger) => logger.error({ err: new TypeError("no") }, "x")));
  expect(line.err).toMatchObject({ type: "TypeError", message: "no", stack: expect.stringContaining("logger.test") });
});

test("a value that contains itself does not break the log", () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(logged((logger) => logger.info({ loop }))).toContain("[deep]");
});

test("unexpected errors reach the reporter, and a reporter that fails harms nobody", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const reporter = vi.fn(() => {
    throw new Error("reporter is down");
  });
  setErrorReporter(reporter);
  const error = new Error("boom");
  expect(() => reportError(error, { requestId: "r-2" })).not.toThrow();
  expect(reporter).toHaveBeenCalledWith(error, { requestId: "r-2" });
  write.mockRestore();
});
