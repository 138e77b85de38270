import pg from "pg";
import { env } from "../env";
import { Door } from "./door";

interface Doors {
  tenant: Door | null;
  platform: Door | null;
}

interface Bookkeeping {
  url: string | undefined;
  pool: pg.Pool;
}

// Development reloads modules; the pools must survive that, or each reload would leave connections behind.
const holder = globalThis as typeof globalThis & {
  bulkheadDoors?: Doors;
  bulkheadBookkeeping?: Bookkeeping;
  bulkheadSnapshots?: Door;
};

function doors(): Doors {
  holder.bulkheadDoors ??= { tenant: null, platform: null };
  return holder.bulkheadDoors;
}

function openDoor(role: "tenant" | "platform"): Door {
  const settings = env();
  return new Door({
    url: role === "tenant" ? settings.tenantDatabaseUrl : settings.platformDatabaseUrl,
    role,
    poolMin: settings.poolMin,
    poolMax: settings.poolMax,
    namedStatements: settings.statementNames,
  });
}

/** The door of tenants' work, opened at its first use with the settings of the environment. */
export function tenantDoor(): Door {
  const all = doors();
  all.tenant ??= openDoor("tenant");
  return all.tenant;
}

/** The door of the platform's admins. */
export function platformDoor(): Door {
  const all = doors();
  all.platform ??= openDoor("platform");
  return all.platform;
}

/** Puts doors of one's own in place, for tests and benchmarks; the former ones are not closed. */
export function useDoors(next: Partial<Doors>): void {
  Object.assign(doors(), next);
}

/** Snapshots that may be read at the same time: each keeps its connection for minutes. */
const SNAPSHOT_CONNECTIONS = 2;

/** A door of the tenants' role for reading long snapshots: they take no connection from anybody's requests. */
export function snapshotDoor(): Door {
  const { connectionString: url = "" } = tenantDoor().pool.options;
  const known = holder.bulkheadSnapshots;
  if (known?.pool.options.connectionString === url) return known;
  void known?.close();
  const { statementNames: namedStatements } = env();
  const door = new Door({ url, role: "tenant", poolMin: 0, poolMax: SNAPSHOT_CONNECTIONS, namedStatements });
  holder.bulkheadSnapshots = door;
  return door;
}

/**
 * One connection of the tenants' role besides the door's, for the server's own bookkeeping: it neither waits behind the
 * tenants' requests nor takes a connection from them.
 */
export function bookkeepingPool(): pg.Pool {
  const url = tenantDoor().pool.options.connectionString;
  const known = holder.bulkheadBookkeeping;
  if (known && known.url === url) return known.pool;
  void known?.pool.end();
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    application_name: "bulkhead-bookkeeping",
  });
  // A connection that the server closes is dropped by the pool itself.
  pool.on("error", () => {});
  holder.bulkheadBookkeeping = { url, pool };
  return pool;
}

/** Waits for running statements, then closes all connections. */
export async function closeDoors(): Promise<void> {
  const { tenant, platform } = doors();
  const { bulkheadBookkeeping: bookkeeping, bulkheadSnapshots: snapshots } = holder;
  holder.bulkheadDoors = { tenant: null, platform: null };
  delete holder.bulkheadBookkeeping;
  delete holder.bulkheadSnapshots;
  await Promise.all([tenant?.close(), platform?.close(), bookkeeping?.pool.end(), snapshots?.close()]);
}
