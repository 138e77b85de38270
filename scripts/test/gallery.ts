import { TEST_APP_SECRET } from "@/lib/testing/app-secret";
import { startThrowawayServer } from "@/lib/testing/server";
import { migrate } from "@/scripts/db/migrate";
import { databaseUrls } from "@/scripts/db/urls";
import { freePort } from "@/scripts/ports";
import { startWeb } from "@/scripts/start/web";

/**
 * Serves the gallery while the work runs: it exists in development only. The server does not start without a database,
 * so it gets one of its own, which stays empty.
 */
export async function withGallery<T>(work: (baseUrl: string) => Promise<T>, signal: AbortSignal): Promise<T> {
  const database = await startThrowawayServer();
  try {
    // The settings of the person who runs the tests must not leak into them.
    for (const name of ["APP_URL", "CORS_ORIGINS", "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"])
      delete process.env[name];
    process.env.PORT = String(await freePort());
    process.env.APP_SECRET = TEST_APP_SECRET;
    process.env.LOG_LEVEL = "warn";
    const urls = databaseUrls(database.url, TEST_APP_SECRET, {});
    await migrate(urls.ownerUrl, { secret: TEST_APP_SECRET });
    const web = await startWeb({ mode: "dev", urls, demoMode: true, signal });
    try {
      return await work(web.appUrl);
    } finally {
      await web.stop();
    }
  } finally {
    await database.stop();
  }
}
