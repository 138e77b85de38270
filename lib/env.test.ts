import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseEnv, SETTING_NAMES, SettingsError } from "./env";

const COMPLETE = {
  APP_SECRET: "0123456789abcdef0123456789abcdef",
  TENANT_DATABASE_URL: "postgresql://tenant_user:x@localhost/bulkhead",
  PLATFORM_DATABASE_URL: "postgresql://platform_admin:x@localhost/bulkhead",
};

function sentences(changes: Record<string, string>): string[] {
  try {
    parseEnv({ ...COMPLETE, ...changes });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split("\n");
    throw error;
  }
}

test("defaults serve, and the application's address follows the port", () => {
  const env = parseEnv({ ...COMPLETE, PORT: "3105" });
  expect(env).toMatchObject({ port: 3105, appUrl: "http://localhost:3105", demoMode: false, google: null });
});

test("an empty setting counts as absent", () => {
  expect(parseEnv({ ...COMPLETE, PORT: "", APP_URL: "", CORS_ORIGINS: "" })).toMatchObject({
    port: 3000,
    corsOrigins: [],
  });
});

test("webhooks may go to this machine where only this machine reaches the demo", () => {
  const allows = (changes: Record<string, string>) => parseEnv({ ...COMPLETE, ...changes }).webhookAllowLoopback;
  expect(allows({ DEMO_MODE: "on" })).toBe(true);
  // As npm start passes it on.
  expect(allows({ DEMO_MODE: "on", BIND_ADDRESS: "127.0.0.1" })).toBe(true);
  expect(allows({ DEMO_MODE: "on", BIND_ADDRESS: "0.0.0.0" })).toBe(false);
  expect(allows({})).toBe(false);
  expect(allows({ WEBHOOK_ALLOW_LOOPBACK: "on" })).toBe(true);
});

test.each([
  [{ PORT: "http" }, "PORT must be a whole number from 1 to 65535."],
  [{ PORT: "70000" }, "PORT must be a whole number from 1 to 65535."],
  [{ APP_SECRET: "short" }, "APP_SECRET must have 32 characters or more; openssl rand -base64 32 makes one."],
  [{ APP_URL: "https://a.example/path" }, "APP_URL must be an origin such as https://pay.example.com, without a path."],
  [{ TENANT_DATABASE_URL: "" }, "TENANT_DATABASE_URL is missing: start with npm start, which derives it, or set it."],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
  [{ SMTP_URL: "smtp://mail.example.com" }, "SMTP_URL and MAIL_FROM must be set together, or neither."],
  [
    { SMTP_URL: "https://mail.example.com", MAIL_FROM: "a@example.com" },
    "SMTP_URL must look like smtps://user:password@mail.example.com:465 or smtp://….",
  ],
  [
    { SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "nobody" },
    "MAIL_FROM must be an address, such as Bulkhead <no-reply@example.com>.",
  ],
  [{ ADMIN_SECOND_FACTOR: "maybe" }, "ADMIN_SECOND_FACTOR must be one of on, off."],
  [{ GOOGLE_CLIENT_ID: "x" }, "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be set together, or neither."],
  [{ POOL_MIN: "9", POOL_MAX: "3" }, "POOL_MIN must not be greater than POOL_MAX."],
  [
    { CORS_ORIGINS: "https://ok.example, *" },
    "CORS_ORIGINS must be origins divided by commas, such as https://app.example.com.",
  ],
])("%j is refused with one sentence", (changes, sentence) => {
  expect(sentences(changes)).toEqual([sentence]);
});

test("each wrong setting gets its own sentence", () => {
  expect(sentences({ PORT: "x", DEMO_MODE: "maybe", APP_SECRET: "" })).toHaveLength(3);
});

test(".env.example lists exactly the settings that are read, all of them commented out", () => {
  const lines = readFileSync(path.join(import.meta.dirname, "../.env.example"), "utf8").split("\n");
  const listed = lines.flatMap((line) => /^# ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
  expect(listed.toSorted()).toEqual(SETTING_NAMES.toSorted());
  expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
});
