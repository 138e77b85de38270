import path from "node:path";
import pg from "pg";
import { DEMO_SIGN_INS } from "@/prisma/seed/demo-sign-ins";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { appSecret } from "@/scripts/db/secrets";
import type { DatabaseUrls } from "@/scripts/db/urls";
import { run } from "@/scripts/run";

const SEED_FILE = path.join(REPOSITORY_DIR, "prisma/seed/index.ts");

/** Fills a database that has no tenant yet with demo data. */
export async function seedIfEmpty(urls: DatabaseUrls, signal?: AbortSignal): Promise<string> {
  if (await hasTenants(urls.ownerUrl)) return "kept";
  await run("tsx", [SEED_FILE], {
    signal,
    env: {
      APP_SECRET: appSecret(),
      DATABASE_URL: urls.ownerUrl,
      TENANT_DATABASE_URL: urls.tenantUrl,
      PLATFORM_DATABASE_URL: urls.platformUrl,
      // Its access keys look like a demo's.
      DEMO_MODE: "on",
    },
  });
  return "made";
}

async function hasTenants(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // Through a function: an owner whom row-level security binds would see none, and seed again.
    const { rows } = await owner.query<{ used: boolean }>("select app.has_tenants() as used");
    return rows[0]?.used === true;
  } finally {
    await owner.end();
  }
}

/** Prints who can sign in, in columns. */
export function printDemoSignIns(): void {
  const rows = DEMO_SIGN_INS.map(({ email, password, role, tenantName }) => [email, password, role, tenantName ?? ""]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log("\nDemo sign-ins (e-mail, password, role, tenant):");
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
  }
}
