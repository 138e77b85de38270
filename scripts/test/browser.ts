import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { TEST_APP_SECRET } from "@/lib/testing/app-secret";
import { startThrowawayServer } from "@/lib/testing/server";
import { migrate } from "@/scripts/db/migrate";
import { databaseUrls } from "@/scripts/db/urls";
import { freePort } from "@/scripts/ports";
import { seedIfEmpty } from "@/scripts/start/seed";
import { startWeb } from "@/scripts/start/web";

/** What the browser tests are told about the server under test. */
export interface ServerUnderTest {
  E2E_BASE_URL: string;
  /** Owner's connection string, to look behind the pages. */
  E2E_DATABASE_URL: string;
}

/** Serves the production build with demo data in a database of its own while the work runs. */
export async function withServerUnderTest<T>(work: (server: ServerUnderTest) => Promise<T>): Promise<T> {
  const database = await startThrowawayServer();
  const documentsFolder = mkdtempSync(path.join(os.tmpdir(), "bulkhead-documents-"));
  try {
    // The settings of the person who runs the tests must not leak into them.
    for (const name of ["APP_URL", "CORS_ORIGINS", "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "LOG_LEVEL"]) {
      delete process.env[name];
    }
    process.env.PORT = String(await freePort());
    process.env.APP_SECRET = TEST_APP_SECRET;
    process.env.LOG_LEVEL = "warn";
    process.env.DOCUMENTS_FOLDER = documentsFolder;
    const urls = databaseUrls(database.url, TEST_APP_SECRET, {});
    await migrate(urls.ownerUrl, { secret: TEST_APP_SECRET });
    await seedIfEmpty(urls);
    const web = await startWeb({ mode: "start", urls, demoMode: true });
    try {
      return await work({ E2E_BASE_URL: web.appUrl, E2E_DATABASE_URL: urls.ownerUrl });
    } finally {
      await web.stop();
    }
  } finally {
    await database.stop();
    rmSync(documentsFolder, { recursive: true, force: true });
  }
}
