import { z } from "zod";

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

/** Every setting as it is written, with the sentence for a wrong one. */
export const SETTINGS = z.object({
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
