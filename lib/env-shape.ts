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
