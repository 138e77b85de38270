import { hkdfSync } from "node:crypto";
import type { z } from "zod";
import { SETTINGS } from "./env-settings";
import type { DocumentPlace, Env } from "./env-shape";

export { SETTING_NAMES } from "./env-settings";
export type { Env, S3Place, StripeLogin } from "./env-shape";

/** Settings that are wrong: one plain sentence per setting, a line each. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * Checks settings. An empty one counts as absent.
 * @throws SettingsError with a sentence for each wrong setting.
 */
export function parseEnv(given: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = SETTINGS.safeParse(present);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  for (const name of ["TENANT_DATABASE_URL", "PLATFORM_DATABASE_URL"]) {
    if (!present[name]) wrong.push(`${name} is missing: start with npm start, which derives it, or set it.`);
  }
  if (Boolean(present.GOOGLE_CLIENT_ID) !== Boolean(present.GOOGLE_CLIENT_SECRET)) {
    wrong.push("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be set together, or neither.");
  }
  if (Boolean(present.SMTP_URL) !== Boolean(present.MAIL_FROM)) {
    wrong.push("SMTP_URL and MAIL_FROM must be set together, or neither.");
  }
  if (Boolean(present.STRIPE_SECRET_KEY) !== Boolean(present.STRIPE_WEBHOOK_SECRET)) {
    wrong.push("STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set together, or neither.");
  }
  if (present.PAYMENT_PROVIDER === "stripe" && !present.STRIPE_SECRET_KEY) {
    wrong.push("PAYMENT_PROVIDER is stripe: set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET too.");
  }
  if (Boolean(present.DOCUMENTS_S3_ACCESS_KEY_ID) !== Boolean(present.DOCUMENTS_S3_SECRET_ACCESS_KEY)) {
    wrong.push("DOCUMENTS_S3_ACCESS_KEY_ID and DOCUMENTS_S3_SECRET_ACCESS_KEY must be set together, or neither.");
  }
  if (parsed.success && parsed.data.POOL_MIN > parsed.data.POOL_MAX) {
    wrong.push("POOL_MIN must not be greater than POOL_MAX.");
  }
  if (!parsed.success || wrong.length > 0) throw new SettingsError([...new Set(wrong)].join("\n"));
  const data = parsed.data;
  return {
    nodeEnv: data.NODE_ENV,
    port: data.PORT,
    // The demo's passwords are printed: it is for this machine only, unless somebody says otherwise.
    host: data.BIND_ADDRESS ?? (data.DEMO_MODE === "on" ? "127.0.0.1" : null),
    appUrl: data.APP_URL ?? `http://localhost:${data.PORT}`,
    appSecret: data.APP_SECRET,
    tenantDatabaseUrl: data.TENANT_DATABASE_URL ?? "",
    platformDatabaseUrl: data.PLATFORM_DATABASE_URL ?? "",
    jobsDatabaseUrl: data.JOBS === "on" ? (data.JOBS_DATABASE_URL ?? null) : null,
    poolMin: data.POOL_MIN,
    poolMax: data.POOL_MAX,
    statementNames: data.DATABASE_STATEMENT_NAMES === "on",
    demoMode: data.DEMO_MODE === "on",
    corsOrigins: data.CORS_ORIGINS,
    logLevel: data.LOG_LEVEL,
    bodyLimitBytes: data.BODY_LIMIT_BYTES,
    requestTimeoutMs: data.REQUEST_TIMEOUT_MS,
    documentLimitBytes: data.DOCUMENT_LIMIT_BYTES,
    uploadTimeoutMs: data.UPLOAD_TIMEOUT_MS,
    documents: documentPlace(data),
    paymentProvider: data.PAYMENT_PROVIDER,
    paymentCheckAfterSeconds: data.PAYMENT_CHECK_AFTER_SECONDS,
    sandboxDelayMs: data.SANDBOX_DELAY_MS,
    stripe:
      data.STRIPE_SECRET_KEY && data.STRIPE_WEBHOOK_SECRET
        ? {
            secretKey: data.STRIPE_SECRET_KEY,
            webhookSecret: data.STRIPE_WEBHOOK_SECRET,
            apiUrl: data.STRIPE_API_URL ? new URL(data.STRIPE_API_URL).origin : null,
          }
        : null,
    drainMs: data.DRAIN_MS,
    rateLimits: {
      key: data.RATE_LIMIT_PER_KEY,
      tenant: data.RATE_LIMIT_PER_TENANT,
      address: data.RATE_LIMIT_PER_ADDRESS,
    },
    requestLogDays: data.REQUEST_LOG_DAYS,
    // A demo that only this machine can reach may call only this machine.
    webhookAllowLoopback: data.WEBHOOK_ALLOW_LOOPBACK
      ? data.WEBHOOK_ALLOW_LOOPBACK === "on"
      : data.DEMO_MODE === "on" && ["127.0.0.1", "::1", "localhost"].includes(data.BIND_ADDRESS || "127.0.0.1"),
    webhookLogDays: data.WEBHOOK_LOG_DAYS,
    mail: data.SMTP_URL && data.MAIL_FROM ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM } : null,
    tenantExportDays: data.TENANT_EXPORT_DAYS,
    tenantDeletionWaitDays: data.TENANT_DELETION_WAIT_DAYS,
    mailLogDays: data.MAIL_LOG_DAYS,
    sessionIdleMinutes: data.SESSION_IDLE_MINUTES,
    sessionLifetimeHours: data.SESSION_LIFETIME_HOURS,
    // The demo's admin has a password that everybody knows: a second factor would protect nothing.
    adminSecondFactor: data.ADMIN_SECOND_FACTOR ? data.ADMIN_SECOND_FACTOR === "on" : data.DEMO_MODE === "off",
    trustedProxies: data.TRUSTED_PROXIES,
    google:
      data.GOOGLE_CLIENT_ID && data.GOOGLE_CLIENT_SECRET
        ? { clientId: data.GOOGLE_CLIENT_ID, clientSecret: data.GOOGLE_CLIENT_SECRET }
        : null,
  };
}

function documentPlace(data: z.output<typeof SETTINGS>): DocumentPlace {
  const { DOCUMENTS_S3_ACCESS_KEY_ID: accessKeyId, DOCUMENTS_S3_SECRET_ACCESS_KEY: secretAccessKey } = data;
  if (!data.DOCUMENTS_S3_BUCKET) return { kind: "folder", folder: data.DOCUMENTS_FOLDER };
  return {
    kind: "s3",
    bucket: data.DOCUMENTS_S3_BUCKET,
    endpoint: data.DOCUMENTS_S3_ENDPOINT ?? null,
    region: data.DOCUMENTS_S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
    isPathStyle: data.DOCUMENTS_S3_PATH_STYLE === "on",
  };
}

let cached: Env | undefined;

/** The settings of this process, read and checked at the first call: a build has none and must not ask. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/**
 * A 32-byte key for one purpose, such as "session" or "api-key-pepper", derived from APP_SECRET (HKDF-SHA-256): keys of
 * different purposes tell nothing about each other.
 */
export function deriveSecret(purpose: string): Buffer {
  const known = derived.get(purpose);
  if (known) return known;
  const secret = Buffer.from(hkdfSync("sha256", env().appSecret, "", `bulkhead:${purpose}`, 32));
  derived.set(purpose, secret);
  return secret;
}

// Each request asks for one or two, and the derivation takes as long as the check they are for.
const derived = new Map<string, Buffer>();
