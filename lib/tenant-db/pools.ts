import { env } from "../env";
import { Door } from "./door";

interface Doors {
  tenant: Door | null;
  platform: Door | null;
}

// Development reloads modules; the pools must survive that, or each reload would leave connections behind.
const holder = globalThis as typeof globalThis & { bulkheadDoors?: Doors };

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

/** Waits for running statements, then closes all connections. */
export async function closeDoors(): Promise<void> {
  const { tenant, platform } = doors();
  holder.bulkheadDoors = { tenant: null, platform: null };
  await Promise.all([tenant?.close(), platform?.close()]);
}
