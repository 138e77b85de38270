import { type Env, env, parseEnv } from "@/lib/env";
import { explain, loadSettings, type OperatorDatabase, withDatabase } from "@/scripts/cli";
import { migrate } from "@/scripts/db/migrate";
import { appSecret } from "@/scripts/db/secrets";
import { OperatorError } from "@/scripts/operator-error";
import { requireFreePort } from "@/scripts/ports";
import { step } from "@/scripts/progress";
import { buildApplication, generateClient } from "./build";
import { endOrphanedWeb } from "./orphans";
import { startProver } from "./prover";
import { printDemoSignIns, seedIfEmpty } from "./seed";
import { startWeb } from "./web";

const HELP = `
npm start        sets up what is missing and serves the production build
npm run dev      the same with hot reload

Packages, database, migrations, demo data and build are made or brought up to date first. Without DATABASE_URL an
embedded PostgreSQL is used, its data are kept in .data. Settings: see .env.example. Ctrl-C stops everything.
`;

const mode = process.argv.includes("--dev") ? "dev" : "start";

/** Aborted by the first Ctrl-C or SIGTERM; further ones are ignored, since stopping is under way. */
const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stopping.abort());
const { signal } = stopping;
stopWithNpm();
const stopRequested = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));

/** Stops when npm was killed: its child would go on unseen. Started by hand, the parent may well go away first. */
function stopWithNpm(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopping.abort(), 500).unref();
}

/** Refuses wrong settings before anything is started; what is made up later is not asked for yet. */
function checkedSettings(): Env {
  const later = "postgresql://not-known-yet";
  return parseEnv({
    TENANT_DATABASE_URL: later,
    PLATFORM_DATABASE_URL: later,
    ...process.env,
    APP_SECRET: appSecret(),
  });
}

async function serve({ isEmbedded, passwordSecret, ...urls }: OperatorDatabase): Promise<void> {
  const demoMode = process.env.DEMO_MODE ? env().demoMode : isEmbedded;
  await step("Migrations", async () => {
    const applied = await migrate(urls.ownerUrl, { secret: passwordSecret });
    return applied.length > 0 ? `${applied.length} applied` : "up to date";
  });
  signal.throwIfAborted();
  await step("Prisma client", () => generateClient(signal));
  if (demoMode) await step("Demo data", () => seedIfEmpty(urls, signal));
  if (mode === "start") await step("Build", () => buildApplication(signal));
  const web = await startWeb({ mode, urls, demoMode, signal });
  console.log(`\nBulkhead serves at ${web.appUrl} (Ctrl-C stops it)`);
  if (demoMode) printDemoSignIns();
  // The web server has no owner's login: what the system page asks for in that line is done here.
  const prover = startProver({ ownerUrl: urls.ownerUrl, note: (message) => console.log(message) });
  await Promise.race([stopRequested, web.ended]);
  await Promise.all([web.stop(), prover.stop()]);
  if (!signal.aborted) throw new OperatorError("The web server ended by itself: see its last messages above.");
}

async function main(): Promise<void> {
  if (process.argv.includes("--help")) {
    console.log(HELP.trim());
    return;
  }
  loadSettings();
  const { port } = checkedSettings();
  await endOrphanedWeb();
  await requireFreePort(port);
  console.log("• Database …");
  try {
    await withDatabase(serve);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  console.log("Stopped.");
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exit(1);
}
