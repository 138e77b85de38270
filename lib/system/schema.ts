import { z } from "zod";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const count = (example: number, description?: string) =>
  z
    .int()
    .min(0)
    .meta({ examples: [example], ...(description && { description }) });
const seconds = (example: number) =>
  z
    .number()
    .min(0)
    .meta({ examples: [example] });
const role = z.string().meta({ examples: ["tenant_user"] });
const task = z.string().meta({ examples: ["payments.confirm"] });

const slowStatement = z.object({
  role,
  query: z.string().meta({ examples: ["select x.id from accounts x where x.tenant_id = $1"] }),
  calls: z.number().meta({ examples: [1_204] }),
  mean_ms: z.number().meta({ examples: [12.4] }),
  max_ms: z.number().meta({ examples: [180.1] }),
});

const database = z.object({
  version: z.string().meta({ examples: ["18.4"] }),
  started_at: time,
  size_bytes: count(73_400_320),
  largest_tables: z
    .array(
      z.object({
        name: z.string().meta({ examples: ["audit_logs_2026_11"] }),
        size_bytes: count(20_971_520, "With indexes"),
        live_rows: count(120_400, "As PostgreSQL estimates"),
        dead_rows: count(310, "Versions that the next vacuum takes away"),
        last_vacuum_at: time.nullable(),
      }),
    )
    .meta({ maxItems: 8 }),
  cache_hit_ratio: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .meta({ examples: [0.998], description: "Pages found in memory, since the server's figures began" }),
  deadlocks: count(0),
  connections: z.object({
    limit: count(100),
    reserved: count(3, "Kept for superusers"),
    used: count(14, "On all databases of the server"),
    by_role: z
      .array(
        z.object({
          role,
          connections: count(6),
          limit: z
            .int()
            .nullable()
            .meta({ examples: [null], description: "The role's own limit; null: none" }),
        }),
      )
      .meta({ maxItems: 50 }),
  }),
  oldest_transactions: z
    .array(
      z.object({
        role,
        seconds: seconds(0.4)
          .nullable()
          .meta({ examples: [0.4], description: "Null: none is open" }),
      }),
    )
    .meta({ maxItems: 10, description: "Of the application's own logins: PostgreSQL shows each no others" }),
  slow_statements: z
    .array(slowStatement)
    .nullable()
    .meta({ maxItems: 20, description: "Null: pg_stat_statements is not installed and loaded" }),
  replication: z.object({
    is_standby: z.boolean().meta({ examples: [false] }),
    standbys: count(0, "Standby servers that are connected"),
    slots: z
      .array(
        z.object({
          name: z.string().meta({ examples: ["standby_1"] }),
          is_active: z.boolean().meta({ examples: [true] }),
          lag_bytes: z
            .number()
            .nullable()
            .meta({ examples: [0] }),
        }),
      )
      .meta({ maxItems: 50 }),
  }),
});

/** `edited`: its file is not what was applied; `unknown`: applied, but there is no such file. */
export const MIGRATION_STATES = ["applied", "pending", "edited", "unknown", "unfinished"] as const;

const migrations = z.object({
  has_files: z
    .boolean()
    .meta({ examples: [true], description: "False: the files are not beside this server, so nothing can be compared" }),
  items: z
    .array(
      z.object({
        name: z.string().meta({ examples: ["20261121100000_jobs"] }),
        state: z.enum(MIGRATION_STATES).meta({ examples: ["applied"] }),
        applied_at: time.nullable(),
      }),
    )
    .meta({ maxItems: 1000, description: "Newest first" }),
});

const pool = z.object({
  name: z.enum(["tenant", "platform", "bookkeeping"]).meta({ examples: ["tenant"] }),
  max: count(10),
  open: count(4),
  in_use: count(1),
  waiting: count(0, "Statements that wait for a connection"),
  per_tenant: count(
    6,
    "Connections that one tenant may use at the same time; null: not shared among tenants",
  ).nullable(),
  tenants: count(2, "Tenants at work at this moment"),
  waiting_for_share: count(0, "Statements that wait for a place in their tenant's share"),
  round_trips: z
    .number()
    .nullable()
    .meta({ examples: [120_331], description: "Since the process started" }),
});

const jobs = z.object({
  worker_connections: count(6, "Of the role that runs jobs; 0: nobody does"),
  runs_here: z.boolean().meta({ examples: [true], description: "This process runs jobs" }),
  tasks: z
    .array(
      z.object({
        task,
        waiting: count(0),
        planned: count(2),
        retrying: count(0),
        running: count(1),
        failed: count(0),
        oldest_waiting_at: time.nullable(),
      }),
    )
    .meta({ maxItems: 100, description: "Tasks that have jobs in the queue" }),
  clock: z
    .array(z.object({ task, last_run_at: time.nullable() }))
    .meta({ maxItems: 100, description: "Tasks that run by the clock" }),
});

const mails = z.object({
  has_server: z.boolean().meta({ examples: [true] }),
  queued: count(0),
  sent: count(310),
  failed: count(1),
  kept: count(0, "In the outbox, for want of a mail server"),
  oldest_queued_at: time.nullable(),
});

const inboundWebhooks = z.object({
  waiting: count(0, "Not worked off yet"),
  oldest_waiting_at: time.nullable(),
  failed: count(0, "Jobs that work one off and failed for good"),
  received_last_day: count(540),
  worked_off_last_day: count(540),
  last_received_at: time.nullable().meta({ description: "Within the last day" }),
});

const outboundWebhooks = z.object({
  endpoints_enabled: count(12),
  endpoints_failing: count(1, "Enabled, and the last request failed"),
  endpoints_disabled: count(2),
  deliveries_waiting: count(3),
  deliveries_overdue: count(0, "Due for more than a minute"),
  oldest_due_at: time.nullable(),
  deliveries_failed_last_day: count(4, "Given up"),
});

const versions = z.object({
  app: z.string().meta({ examples: ["0.1.0"] }),
  node: z.string().meta({ examples: ["22.11.0"] }),
  next: z.string().meta({ examples: ["16.4.6"] }),
  react: z.string().meta({ examples: ["19.3.1"] }),
  prisma: z.string().meta({ examples: ["7.10.0"] }),
  postgres: z.string().meta({ examples: ["18.4"] }),
});

const serverProcess = z.object({
  pid: count(4711),
  uptime_seconds: seconds(86_400),
  memory_bytes: count(310_000_000),
  environment: z.string().meta({ examples: ["production"] }),
});

const limit = z.object({
  setting: z.string().meta({ examples: ["RATE_LIMIT_PER_KEY"] }),
  meaning: z.string().meta({ examples: ["Requests of one access key or person"] }),
  value: z.union([z.number(), z.string()]).meta({ examples: [1200] }),
  unit: z.string().meta({ examples: ["a minute"] }),
});
export type SystemLimit = z.infer<typeof limit>;

/** How the installation is: numbers and names only, nothing of any tenant, and no secret. */
export const system = z.object({
  taken_at: time,
  database,
  migrations,
  process: serverProcess,
  pools: z.array(pool).meta({ maxItems: 10, description: "Of the process that answers" }),
  jobs,
  mails,
  inbound_webhooks: inboundWebhooks,
  outbound_webhooks: outboundWebhooks,
  versions,
  limits: z.array(limit).meta({ maxItems: 100 }),
});
export type System = z.infer<typeof system>;
