import type pg from "pg";
import { Prisma } from "../generated/prisma/client";
import { type FairShareState, shareOf } from "./fair-share";
import { bookkeepingPool, platformDoor, tenantDoor } from "./pools";

// What this process and its logins can tell of themselves, for the system page. None of it is anybody's data: PostgreSQL
// shows each login its own sessions and statements only, so both logins are asked.

/** One pool of this process. */
export interface PoolState {
  name: "tenant" | "platform" | "bookkeeping";
  /** Connections it may open, has open, and has lent out. */
  max: number;
  open: number;
  in_use: number;
  /** Statements that wait for a connection. */
  waiting: number;
  /** Connections that one tenant may use at the same time; null: not shared among tenants. */
  per_tenant: number | null;
  /** Tenants at work at this moment, and statements of tenants that wait for a place in their own share. */
  tenants: number;
  waiting_for_share: number;
  /** Since the process started. */
  round_trips: number | null;
}

/** The pools of this process as they are at this moment. */
export function poolStates(): PoolState[] {
  const doors = [
    { name: "tenant", pool: tenantDoor().pool, isShared: true },
    { name: "platform", pool: platformDoor().pool, isShared: false },
  ] as const;
  const nobody: FairShareState = { tenants: 0, waiting: 0 };
  return [
    ...doors.map(({ name, pool, isShared }) => {
      const share = isShared ? pool.shares() : nobody;
      return {
        ...counts(name, pool),
        per_tenant: isShared ? shareOf(pool.options.max) : null,
        tenants: share.tenants,
        waiting_for_share: share.waiting,
        round_trips: pool.counters.roundTrips,
      };
    }),
    {
      ...counts("bookkeeping", bookkeepingPool()),
      per_tenant: null,
      tenants: 0,
      waiting_for_share: 0,
      round_trips: null,
    },
  ];
}

function counts<Name extends PoolState["name"]>(name: Name, pool: pg.Pool) {
  return {
    name,
    max: pool.options.max,
    open: pool.totalCount,
    in_use: pool.totalCount - pool.idleCount,
    waiting: pool.waitingCount,
  };
}

/** A statement's figures from pg_stat_statements. */
export interface SlowStatement {
  role: string;
  /** With its values replaced by $1, $2, …. */
  query: string;
  calls: number;
  mean_ms: number;
  max_ms: number;
}

/** What a login sees of itself. */
export interface RoleActivity {
  role: string;
  /** Age of its oldest open transaction; null: none is open. */
  oldest_transaction_seconds: number | null;
  /** Null: pg_stat_statements does not answer here. */
  slow_statements: SlowStatement[] | null;
}

const OLDEST_TRANSACTION = `
  select current_user::text as role,
    (select extract(epoch from max(clock_timestamp() - a.xact_start)) from pg_stat_activity a
     where a.usename = current_user and a.datname = current_database() and a.pid <> pg_backend_pid())::float8 as seconds,
    (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
     where e.extname = 'pg_stat_statements') as schema`;

/** The schema's name is quoted by the database; everything else is constant. */
const slowStatementsSql = (schema: string) => `
  select current_user::text as role, left(s.query, 600) as query, s.calls::float8 as calls,
    s.mean_exec_time as mean_ms, s.max_exec_time as max_ms
  from ${schema}.pg_stat_statements s
  where s.userid = current_user::regrole::oid and s.calls > 1
    and s.dbid = (select oid from pg_database where datname = current_database())
  order by s.mean_exec_time desc limit 8`;

type Ask = <R extends pg.QueryResultRow>(text: string) => Promise<R[]>;

/** Asks both logins about themselves; one that gets no connection in time is left out, since others tell of that. */
export async function roleActivity(): Promise<RoleActivity[]> {
  const asTenantUser: Ask = async <R extends pg.QueryResultRow>(text: string) =>
    (await bookkeepingPool().query<R>(text)).rows;
  const asPlatform: Ask = async <R extends pg.QueryResultRow>(text: string) => {
    const { rows } = await platformDoor().pool.withoutContext(text, []);
    return rows as R[];
  };
  const found = await Promise.allSettled([asTenantUser, asPlatform].map(activityOf));
  return found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

async function activityOf(ask: Ask): Promise<RoleActivity> {
  const [own] = await ask<{ role: string; seconds: number | null; schema: string | null }>(OLDEST_TRANSACTION);
  if (!own) throw new Error("The database says nothing of its sessions");
  return {
    role: own.role,
    oldest_transaction_seconds: own.seconds,
    slow_statements: own.schema === null ? null : await slowStatements(ask, own.schema),
  };
}

/** The extension may be there without having been loaded at the server's start: then it answers with an error. */
async function slowStatements(ask: Ask, schema: string): Promise<SlowStatement[] | null> {
  try {
    return await ask<SlowStatement & pg.QueryResultRow>(slowStatementsSql(schema));
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}

/** Version of Prisma's client. */
export const PRISMA_VERSION: string = Prisma.prismaVersion.client;
