import { closeDoors } from "@/lib/tenant-db";
import { Door } from "@/lib/tenant-db/door";
import { useDoors } from "@/lib/tenant-db/pools";
import { runCommand } from "@/scripts/cli";
import { memberActor } from "./actors";
import { BIG_TENANT, SMALL_TENANT } from "./data";
import { BENCH_SECRET, openBenchDatabase } from "./database";
import { benchDoor } from "./door";
import { benchExports } from "./exports";
import { benchHttp } from "./http";
import { benchLighthouse } from "./lighthouse";
import { benchAuditPartitions, benchLists } from "./lists";
import { benchPages } from "./pages";
import { benchSearches } from "./searches";
import { benchWrites } from "./writes";

const PARTS = ["door", "lists", "searches", "audit", "writes", "exports", "http", "pages", "lighthouse"] as const;

await runCommand({
  help: `
npm run bench [-- --only door,lists,searches,audit,writes,exports,http,pages,lighthouse]

Measures speed as ratios, variants alternating in one run, on a PostgreSQL of its own with 2 million payment intents in
50 tenants (kept in .bench; the first run takes some minutes to make it). Bars are those of the project's rules; on a
busy machine run it twice before believing a miss.
`,
  options: { only: { type: "string" } },
  async run({ values }) {
    const only = new Set<string>(values.only?.split(",") ?? PARTS);
    const database = await openBenchDatabase();
    Object.assign(process.env, {
      // What is measured here is what is served: in development Prisma keeps a stack for each call.
      NODE_ENV: "production",
      APP_SECRET: BENCH_SECRET,
      TENANT_DATABASE_URL: database.tenantUrl,
      PLATFORM_DATABASE_URL: database.platformUrl,
      LOG_LEVEL: "warn",
      // What is measured is the server, not its patience.
      RATE_LIMIT_PER_KEY: "0",
      RATE_LIMIT_PER_TENANT: "0",
      RATE_LIMIT_PER_ADDRESS: "0",
    });
    const door = (role: "tenant" | "platform", url: string) =>
      new Door({ role, url, poolMin: 0, poolMax: 8, namedStatements: true });
    useDoors({ tenant: door("tenant", database.tenantUrl), platform: door("platform", database.platformUrl) });
    try {
      const big = await memberActor(database.ownerUrl, BIG_TENANT);
      const small = await memberActor(database.ownerUrl, SMALL_TENANT);
      if (only.has("door")) await benchDoor(database, big);
      if (only.has("lists")) await benchLists(database, big, small);
      if (only.has("searches")) await benchSearches(database, big);
      if (only.has("audit")) await benchAuditPartitions(database, big);
      if (only.has("writes")) await benchWrites(database, big);
      if (only.has("exports")) await benchExports(big);
      if (only.has("http")) await benchHttp(database, big);
      if (only.has("pages")) await benchPages(database, big);
      if (only.has("lighthouse")) await benchLighthouse(database, big);
    } finally {
      await closeDoors();
      await database.stop();
    }
  },
});
