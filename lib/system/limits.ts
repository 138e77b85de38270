import type { Env } from "../env";
import type { SystemLimit } from "./schema";

const MIB = 1_048_576;

/** Settings of this process that bound what can be done, and its choices; no secret and no address is among them. */
export function limitsOf(settings: Env, timeouts: Readonly<Record<string, string>>): SystemLimit[] {
  const { rateLimits } = settings;
  const onOff = (isOn: boolean) => (isOn ? "on" : "off");
  const rows: [setting: string, meaning: string, value: number | string, unit: string][] = [
    ["RATE_LIMIT_PER_KEY", "Requests of one access key or person", rateLimits.key || "none", "a minute"],
    ["RATE_LIMIT_PER_TENANT", "Requests of one tenant", rateLimits.tenant || "none", "a minute"],
    ["RATE_LIMIT_PER_ADDRESS", "Requests of one address without a token", rateLimits.address || "none", "a minute"],
    ["BODY_LIMIT_BYTES", "Largest request body", round(settings.bodyLimitBytes / MIB), "MiB"],
    ["DOCUMENT_LIMIT_BYTES", "Largest file", round(settings.documentLimitBytes / MIB), "MiB"],
    ["REQUEST_TIMEOUT_MS", "Longest request", round(settings.requestTimeoutMs / 1000), "s"],
    ["UPLOAD_TIMEOUT_MS", "Longest upload", round(settings.uploadTimeoutMs / 1000), "s"],
    ["POOL_MIN", "Connections kept open, per pool", settings.poolMin, ""],
    ["POOL_MAX", "Connections at most, per pool", settings.poolMax, ""],
    ["statement_timeout", "Longest statement", spaced(timeouts.statement_timeout) ?? "none", ""],
    ["lock_timeout", "Longest wait for a lock", spaced(timeouts.lock_timeout) ?? "none", ""],
    [
      "idle_in_transaction_session_timeout",
      "Longest idle transaction",
      spaced(timeouts.idle_in_transaction_session_timeout) ?? "none",
      "",
    ],
    [
      "transaction_timeout",
      "Longest transaction",
      spaced(timeouts.transaction_timeout) ?? "not known to this PostgreSQL",
      "",
    ],
    ["SESSION_IDLE_MINUTES", "A session ends without use after", settings.sessionIdleMinutes || "never", "min"],
    ["SESSION_LIFETIME_HOURS", "A session ends after", settings.sessionLifetimeHours, "h"],
    ["ADMIN_SECOND_FACTOR", "Second factor for this section", onOff(settings.adminSecondFactor), ""],
    ["REQUEST_LOG_DAYS", "Request log is kept for", settings.requestLogDays, "days"],
    ["WEBHOOK_LOG_DAYS", "Webhook deliveries are kept for", settings.webhookLogDays, "days"],
    ["MAIL_LOG_DAYS", "Mails are kept for", settings.mailLogDays, "days"],
    ["PAYMENT_PROVIDER", "New payments are collected by", settings.paymentProvider, ""],
    ["PAYMENT_CHECK_AFTER_SECONDS", "A payment without news is asked after", settings.paymentCheckAfterSeconds, "s"],
    ["DOCUMENTS_S3_BUCKET", "Files are kept in", settings.documents.kind === "s3" ? "a bucket" : "a folder", ""],
    ["DRAIN_MS", "Answers go on after the end was asked for", round(settings.drainMs / 1000), "s"],
    ["TRUSTED_PROXIES", "Reverse proxies in front", settings.trustedProxies, ""],
    ["DEMO_MODE", "Demo mode", onOff(settings.demoMode), ""],
  ];
  return rows.map(([setting, meaning, value, unit]) => ({
    setting,
    meaning,
    value,
    unit: typeof value === "number" ? unit : "",
  }));
}

/** PostgreSQL writes "15s", where all the others here are "15 s". */
const spaced = (time: string | undefined) => time?.replace(/^(\d+)([a-z]+)$/, "$1 $2");

const round = (value: number) => Math.round(value * 100) / 100;
