import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig, type RunnerResult } from "lighthouse";
import type { MemberActor } from "@/lib/actor";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import { freePort } from "@/scripts/ports";
import { buildApplication } from "@/scripts/start/build";
import { startWeb } from "@/scripts/start/web";
import { ensureChromium } from "@/scripts/test/chromium";
import { BIG_TENANT } from "./data";
import { type BenchDatabase, query } from "./database";
import { median, report } from "./measure";

const RUNS = 3;

/** On a busy machine Chromium now and then loses the beginning of a trace (NO_NAVSTART): the page is then measured anew. */
const TRIES = 3;

/** A phone of Lighthouse's has a slow line and a quarter of this processor: its performance is told, without a bar. */
const FORM_FACTORS = [
  { name: "desktop", config: desktopConfig },
  { name: "phone", config: undefined },
] as const;

interface Audit {
  performance: number;
  accessibility: number;
  layoutShift: number;
  /** As sent, compressed. */
  scriptBytes: number;
}

/** What Lighthouse says of the main pages, on a production build, with the tenant of a million behind them. */
export async function benchLighthouse(database: BenchDatabase, actor: MemberActor): Promise<void> {
  console.log("\nLighthouse (production build, tenant of a million)");
  await buildApplication();
  const executablePath = ensureChromium({ isWhole: true });
  const [newest] = await query<{ id: string }>(
    database.ownerUrl,
    "select id from payment_intents where tenant_id = $1 order by id desc limit 1",
    [actor.tenantId],
  );
  const pages = {
    overview: "",
    "list of payments": "/payment-intents",
    "a payment": `/payment-intents/${newest?.id}`,
    "audit log": "/audit-logs",
    accounts: "/accounts",
  };
  const web = await startWeb({ mode: "start", urls: database, demoMode: false });
  const port = await freePort();
  const browser = await chromium.launch({ executablePath, args: [`--remote-debugging-port=${port}`, "--no-sandbox"] });
  const cookie = `${SESSION_COOKIE}=${await signSessionToken(actor)}`;
  try {
    for (const [page, path] of Object.entries(pages)) {
      for (const { name, config } of FORM_FACTORS) {
        const audits: Audit[] = [];
        for (let run = 0; run < RUNS; run += 1)
          audits.push(await auditOf(`${web.appUrl}/${BIG_TENANT}${path}`, { port, cookie, config }));
        const of = (key: keyof Audit) => median(audits.map((audit) => audit[key]));
        report(`${page}, ${name}: performance`, of("performance"), config ? { atLeast: 95 } : {});
        report(`${page}, ${name}: accessibility`, of("accessibility"), { atLeast: 100 });
        report(`${page}, ${name}: layout shift`, of("layoutShift"), { atMost: 0.02 });
        if (config) report(`${page}: JavaScript, kB`, of("scriptBytes") / 1000, {});
      }
    }
  } finally {
    await browser.close();
    await web.stop();
  }
}

interface AuditOptions {
  port: number;
  cookie: string;
  config: typeof desktopConfig | undefined;
}

async function auditOf(url: string, options: AuditOptions): Promise<Audit> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await auditOnce(url, options);
    } catch (error) {
      if (attempt === TRIES || !(error instanceof Error && error.message.includes("NO_NAVSTART"))) throw error;
    }
  }
}

async function auditOnce(url: string, { port, cookie, config }: AuditOptions): Promise<Audit> {
  const flags = { port, logLevel: "error", onlyCategories: ["performance", "accessibility"] } as const;
  const result: RunnerResult | undefined = await lighthouse(
    url,
    { ...flags, onlyCategories: [...flags.onlyCategories], extraHeaders: { Cookie: cookie } },
    config,
  );
  if (!result || result.lhr.runtimeError)
    throw new Error(result?.lhr.runtimeError?.message ?? "Lighthouse gave nothing");
  const { categories, audits, finalDisplayedUrl } = result.lhr;
  if (finalDisplayedUrl !== url) throw new Error(`${url} led to ${finalDisplayedUrl}`);
  const details = audits["network-requests"]?.details;
  const requests = details?.type === "table" ? details.items : [];
  return {
    performance: (categories.performance?.score ?? 0) * 100,
    accessibility: (categories.accessibility?.score ?? 0) * 100,
    layoutShift: audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN,
    scriptBytes: requests
      .filter(({ resourceType }) => resourceType === "Script")
      .reduce((sum, { transferSize }) => sum + Number(transferSize), 0),
  };
}
