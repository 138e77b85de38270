import { hkdfSync } from "node:crypto";
import { z } from "zod";

/** Settings that are wrong: one plain sentence per setting, a line each. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const wholeNumber = (name: string, min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `${name} must be a whole number from ${min} to ${max}.`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${name} must be a whole number from ${min} to ${max}.`)
    .default(fallback);

const choice = <const T extends readonly [string, ...string[]]>(name: string, values: T, fallback: T[number]) =>
  z.enum(values, `${name} must be one of ${values.join(", ")}.`).default(fallback);

const databaseUrl = (name: string) =>
  z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      `${name} must look like postgresql://user:password@host:5432/database.`,
    )
    .optional();

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.replace(/\/$/, "");

const SETTINGS = z.object({
  NODE_ENV: choice("NODE_ENV", ["development", "production", "test"], "development"),
  PORT: wholeNumber("PORT", 1, 65_535, 3000),
  BIND_ADDRESS: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/, "BIND_ADDRESS must be a host name or an address, such as 127.0.0.1 or 0.0.0.0.")
    .optional(),
  APP_URL: z
    .string()
    .refine(isOrigin, "APP_URL must be an origin such as https://pay.example.com, without a path.")
    .transform((text) => new URL(text).origin)
    .optional(),
  APP_SECRET: z
    .string("APP_SECRET is missing: start with npm start, which makes one, or set 32 random characters or more.")
    .min(32, "APP_SECRET must have 32 characters or more; openssl rand -base64 32 makes one."),
  DATABASE_URL: databaseUrl("DATABASE_URL"),
  TENANT_DATABASE_URL: databaseUrl("TENANT_DATABASE_URL"),
  PLATFORM_DATABASE_URL: databaseUrl("PLATFORM_DATABASE_URL"),
  JOBS_DATABASE_URL: databaseUrl("JOBS_DATABASE_URL"),
  JOBS: choice("JOBS", ["on", "off"], "on"),
  POOL_MIN: wholeNumber("POOL_MIN", 0, 1000, 2),
  POOL_MAX: wholeNumber("POOL_MAX", 1, 1000, 10),
  DATABASE_STATEMENT_NAMES: choice("DATABASE_STATEMENT_NAMES", ["on", "off"], "on"),
  DEMO_MODE: choice("DEMO_MODE", ["on", "off"], "off"),
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((part) => part.trim().replace(/\/$/, "") || []))
    .refine(
      (origins) => origins.every(isOrigin),
      "CORS_ORIGINS must be origins divided by commas, such as https://app.example.com.",
    ),
  LOG_LEVEL: choice("LOG_LEVEL", ["trace", "debug", "info", "warn", "error", "fatal", "silent"], "info"),
  BODY_LIMIT_BYTES: wholeNumber("BODY_LIMIT_BYTES", 1024, 104_857_600, 1_048_576),
  REQUEST_TIMEOUT_MS: wholeNumber("REQUEST_TIMEOUT_MS", 100, 300_000, 15_000),
  DOCUMENT_LIMIT_BYTES: wholeNumber("DOCUMENT_LIMIT_BYTES", 1024, 1_073_741_824, 20_971_520),
  UPLOAD_TIMEOUT_MS: wholeNumber("UPLOAD_TIMEOUT_MS", 1000, 3_600_000, 300_000),
  DOCUMENTS_FOLDER: z.string().default(".data/documents"),
  DOCUMENTS_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "DOCUMENTS_S3_BUCKET must be the name of a bucket.")
    .optional(),
  DOCUMENTS_S3_ENDPOINT: z
    .string()
    .refine(isOrigin, "DOCUMENTS_S3_ENDPOINT must be an origin such as https://s3.example.com, without a path.")
    .optional(),
  DOCUMENTS_S3_REGION: z.string().default("us-east-1"),
  DOCUMENTS_S3_ACCESS_KEY_ID: z.string().optional(),
  DOCUMENTS_S3_SECRET_ACCESS_KEY: z.string().optional(),
  DOCUMENTS_S3_PATH_STYLE: choice("DOCUMENTS_S3_PATH_STYLE", ["on", "off"], "off"),
  PAYMENT_PROVIDER: choice("PAYMENT_PROVIDER", ["sandbox", "stripe"], "sandbox"),
  PAYMENT_CHECK_AFTER_SECONDS: wholeNumber("PAYMENT_CHECK_AFTER_SECONDS", 10, 86_400, 120),
  SANDBOX_DELAY_MS: wholeNumber("SANDBOX_DELAY_MS", 0, 600_000, 1500),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_[A-Za-z0-9_]{8,250}$/, "STRIPE_SECRET_KEY must be a secret or restricted key, such as sk_test_….")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=_]{8,250}$/, "STRIPE_WEBHOOK_SECRET must be the signing secret of a webhook, whsec_….")
    .optional(),
  STRIPE_API_URL: z
    .string()
    .refine(isOrigin, "STRIPE_API_URL must be an origin such as http://localhost:12111, without a path.")
    .optional(),
  DRAIN_MS: wholeNumber("DRAIN_MS", 0, 300_000, 0),
  RATE_LIMIT_PER_KEY: wholeNumber("RATE_LIMIT_PER_KEY", 0, 10_000_000, 1200),
  RATE_LIMIT_PER_TENANT: wholeNumber("RATE_LIMIT_PER_TENANT", 0, 10_000_000, 6000),
  RATE_LIMIT_PER_ADDRESS: wholeNumber("RATE_LIMIT_PER_ADDRESS", 0, 10_000_000, 120),
  REQUEST_LOG_DAYS: wholeNumber("REQUEST_LOG_DAYS", 1, 3650, 30),
  WEBHOOK_ALLOW_LOOPBACK: z.enum(["on", "off"], "WEBHOOK_ALLOW_LOOPBACK must be one of on, off.").optional(),
  WEBHOOK_LOG_DAYS: wholeNumber("WEBHOOK_LOG_DAYS", 4, 3650, 30),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\//.test(text) && URL.canParse(text),
      "SMTP_URL must look like smtps://user:password@mail.example.com:465 or smtp://….",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]{1,100} )?<?[^@\s<>]+@[^@\s<>]+>?$/,
      "MAIL_FROM must be an address, such as Bulkhead <no-reply@example.com>.",
    )
    .optional(),
  TENANT_EXPORT_DAYS: wholeNumber("TENANT_EXPORT_DAYS", 1, 3650, 30),
  TENANT_DELETION_WAIT_DAYS: wholeNumber("TENANT_DELETION_WAIT_DAYS", 1, 365, 7),
  MAIL_LOG_DAYS: wholeNumber("MAIL_LOG_DAYS", 1, 3650, 30),
  SESSION_IDLE_MINUTES: wholeNumber("SESSION_IDLE_MINUTES", 0, 43_200, 120),
  SESSION_LIFETIME_HOURS: wholeNumber("SESSION_LIFETIME_HOURS", 1, 720, 12),
  ADMIN_SECOND_FACTOR: z.enum(["on", "off"], "ADMIN_SECOND_FACTOR must be one of on, off.").optional(),
  TRUSTED_PROXIES: wholeNumber("TRUSTED_PROXIES", 0, 10, 0),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
});

/** Names of all settings, as `.env.example` lists them. */
export const SETTING_NAMES = Object.keys(SETTINGS.shape);

/** A bucket of an S3-compatible store. Without keys the client looks for the machine's own. */
export interface S3Place {
  kind: "s3";
  bucket: string;
  /** Null: Amazon's own for the region. */
  endpoint: string | null;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
  /** The bucket is part of the path instead of the host name. */
  isPathStyle: boolean;
}

/** A login at Stripe. */
export interface StripeLogin {
  secretKey: string;
  webhookSecret: string;
  /** Null: Stripe's own. */
  apiUrl: string | null;
}

/** A folder of this machine, or a bucket. */
export type DocumentPlace = { kind: "folder"; folder: string } | S3Place;

export interface Env {
  nodeEnv: "development" | "production" | "test";
  port: number;
  /** Address that is listened on; null: every one. */
  host: string | null;
  /** The one origin under which people reach the application; never taken from a request. */
  appUrl: string;
  appSecret: string;
  /** Logins of the two pools. The owner's DATABASE_URL is not here: the application never uses it. */
  tenantDatabaseUrl: string;
  platformDatabaseUrl: string;
  /** Login of the job queue; null: this process runs no background jobs. */
  jobsDatabaseUrl: string | null;
  /** Connections per pool that are kept open, and at most. */
  poolMin: number;
  poolMax: number;
  /** Named prepared statements; off behind a PgBouncer older than 1.21. */
  statementNames: boolean;
  demoMode: boolean;
  corsOrigins: string[];
  logLevel: string;
  bodyLimitBytes: number;
  requestTimeoutMs: number;
  /** Largest file that may be uploaded, and how long one upload may take. */
  documentLimitBytes: number;
  uploadTimeoutMs: number;
  /** Where the bytes of documents are kept. */
  documents: DocumentPlace;
  /** Who collects the payments that are confirmed from now on. */
  paymentProvider: "sandbox" | "stripe";
  /** How long a payment may be without news of its provider before the provider is asked. */
  paymentCheckAfterSeconds: number;
  /** How long the sandbox takes to decide. */
  sandboxDelayMs: number;
  /** Null: no payment can be with Stripe. */
  stripe: StripeLogin | null;
  /** How long the server goes on answering after it was told to end, while `/health/ready` says no. */
  drainMs: number;
  /** Requests a minute: of one access key or person, of a tenant, of an address without a valid token. 0: no limit. */
  rateLimits: { key: number; tenant: number; address: number };
  /** How long entries of the request log are kept. */
  requestLogDays: number;
  /** Webhooks may go to this machine itself, also without TLS. */
  webhookAllowLoopback: boolean;
  /** How long deliveries of webhooks are kept. */
  webhookLogDays: number;
  /** The mail server, and who mails are from; null: mails stay in the local outbox. */
  mail: { smtpUrl: string; from: string } | null;
  /** How long archives of tenants are kept. */
  tenantExportDays: number;
  /** How long a tenant's deletion waits once two people have agreed. */
  tenantDeletionWaitDays: number;
  /** How long mails are kept. */
  mailLogDays: number;
  /** A session ends after this long without use; 0: only by its lifetime. */
  sessionIdleMinutes: number;
  /** A session ends this long after sign-in, however much it is used. */
  sessionLifetimeHours: number;
  /** The admin section takes sessions with a second factor only. */
  adminSecondFactor: boolean;
  /** Reverse proxies in front, each of which appends to X-Forwarded-For; with 0 that header is not believed. */
  trustedProxies: number;
  google: { clientId: string; clientSecret: string } | null;
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
