import nextPackage from "next/package.json";
import { version as reactVersion } from "react";
import type { PlatformAdminActor } from "../actor";
import { env } from "../env";
import { PRISMA_VERSION, platformRead, poolStates, type ReadClient, roleActivity, sql } from "../tenant-db";
import { VERSION } from "../version";
import { limitsOf } from "./limits";
import { type AppliedMigration, compareMigrations } from "./migrations";
import type { System } from "./schema";

type Database = System["database"];
type ReadDatabase = Omit<Database, "oldest_transactions" | "slow_statements">;

/** How the installation is at this moment. @throws AppError `forbidden` for anybody but a platform admin */
export async function getSystem(admin: PlatformAdminActor): Promise<System> {
  // First of all, so that nothing is asked for somebody who may not know.
  const read = await platformRead(admin, readAll);
  const [activity, migrations] = await Promise.all([roleActivity(), compareMigrations(read.applied)]);
  const slow = activity.flatMap(({ slow_statements }) => slow_statements ?? []);
  const settings = env();
  const { timeouts, traffic, tasks, clock, workers, database } = read;
  return {
    taken_at: new Date().toISOString(),
    database: {
      ...database,
      oldest_transactions: activity.map((one) => ({ role: one.role, seconds: one.oldest_transaction_seconds })),
      slow_statements: activity.every(({ slow_statements }) => slow_statements === null)
        ? null
        : slow.sort((a, b) => b.mean_ms - a.mean_ms).slice(0, 10),
    },
    migrations,
    process: {
      pid: process.pid,
      uptime_seconds: Math.round(process.uptime()),
      memory_bytes: process.memoryUsage.rss(),
      environment: settings.nodeEnv,
    },
    pools: poolStates(),
    jobs: { worker_connections: workers, runs_here: settings.jobsDatabaseUrl !== null, tasks, clock },
    mails: { has_server: settings.mail !== null, ...traffic.mails },
    inbound_webhooks: traffic.inbound_webhooks,
    outbound_webhooks: traffic.outbound_webhooks,
    versions: {
      app: VERSION,
      node: process.versions.node,
      next: nextPackage.version,
      react: reactVersion,
      prisma: PRISMA_VERSION,
      postgres: database.version,
    },
    limits: limitsOf(settings, timeouts),
  };
}

type Traffic = {
  mails: Omit<System["mails"], "has_server">;
} & Pick<System, "inbound_webhooks" | "outbound_webhooks">;

async function readAll(db: ReadClient) {
  // One after the other: at once they would take most of the platform's connections, just when those may be short.
  const [server] = await db.rows<ServerRow>(SERVER, "system_server");
  const byRole = await db.rows<Database["connections"]["by_role"][number]>(BY_ROLE, "system_connections");
  const largest = await db.rows<Database["largest_tables"][number]>(LARGEST_TABLES, "system_tables");
  const slots = await db.rows<Database["replication"]["slots"][number]>(SLOTS, "system_slots");
  const tasks = await db.rows<System["jobs"]["tasks"][number]>(sql`select * from app.job_load()`, "system_jobs");
  const clock = await db.rows<System["jobs"]["clock"][number]>(sql`select * from app.job_clock()`, "system_clock");
  const [traffic] = await db.rows<{ counts: Traffic }>(sql`select app.traffic_counts() as counts`, "system_traffic");
  const applied = await db.rows<AppliedMigration>(sql`select * from app.applied_migrations()`, "system_migrations");
  const settings = await db.rows<{ name: string; value: string }>(TIMEOUTS, "system_timeouts");
  if (!server || !traffic) throw new Error("The database says nothing of itself");
  const { limit, reserved, used, is_standby, standbys, ...rest } = server;
  const database: ReadDatabase = {
    ...rest,
    largest_tables: largest,
    connections: { limit, reserved, used, by_role: byRole },
    replication: { is_standby, standbys, slots },
  };
  return {
    database,
    tasks,
    clock,
    applied,
    traffic: isoTimes(traffic.counts),
    workers: byRole.find(({ role }) => role === "job_worker")?.connections ?? 0,
    timeouts: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
  };
}

type ServerRow = Pick<Database, "version" | "started_at" | "size_bytes" | "cache_hit_ratio" | "deadlocks"> &
  Pick<Database["connections"], "limit" | "reserved" | "used"> &
  Pick<Database["replication"], "is_standby" | "standbys">;

const SERVER = sql`
  select current_setting('server_version') as version, pg_postmaster_start_time() as started_at,
    pg_database_size(current_database()) as size_bytes,
    case when d.blks_hit + d.blks_read > 0 then d.blks_hit::float8 / (d.blks_hit + d.blks_read) end as cache_hit_ratio,
    d.deadlocks, current_setting('max_connections')::int as "limit",
    current_setting('superuser_reserved_connections')::int as reserved,
    -- Processes of the server itself belong to no database.
    (select count(*)::int from pg_stat_activity a where a.datid is not null) as used,
    pg_is_in_recovery() as is_standby, (select count(*)::int from pg_stat_replication) as standbys
  from pg_stat_database d where d.datname = current_database()`;

const BY_ROLE = sql`
  select r.rolname as role, count(*)::int as connections, case when r.rolconnlimit >= 0 then r.rolconnlimit end as "limit"
  from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
  where a.datname = current_database() group by r.rolname, r.rolconnlimit order by 2 desc, 1 limit 50`;

const LARGEST_TABLES = sql`
  select s.relname as name, pg_total_relation_size(s.relid) as size_bytes, s.n_live_tup as live_rows, s.n_dead_tup as dead_rows,
    greatest(s.last_vacuum, s.last_autovacuum) as last_vacuum_at
  from pg_stat_user_tables s order by 2 desc, 1 limit 8`;

const SLOTS = sql`
  select s.slot_name::text as name, s.active as is_active,
    case when not pg_is_in_recovery() then pg_wal_lsn_diff(pg_current_wal_lsn(), s.restart_lsn)::float8 end as lag_bytes
  from pg_replication_slots s order by 1 limit 50`;

const TIMEOUTS = sql`
  select s.name, case when s.setting = '0' then 'none' else current_setting(s.name) end as value from pg_settings s
  where s.name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

/** Times inside jsonb come as PostgreSQL writes them. */
function isoTimes(counts: Traffic): Traffic {
  const iso = (text: string | null) => text && new Date(text).toISOString();
  const { mails, inbound_webhooks: inbound, outbound_webhooks: outbound } = counts;
  return {
    mails: { ...mails, oldest_queued_at: iso(mails.oldest_queued_at) },
    inbound_webhooks: {
      ...inbound,
      oldest_waiting_at: iso(inbound.oldest_waiting_at),
      last_received_at: iso(inbound.last_received_at),
    },
    outbound_webhooks: { ...outbound, oldest_due_at: iso(outbound.oldest_due_at) },
  };
}
