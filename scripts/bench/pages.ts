import { spawn } from "node:child_process";
import { Agent } from "node:http";
import type { MemberActor } from "@/lib/actor";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import { env } from "@/lib/env";
import { BINARIES, SERVER_FLAGS } from "@/scripts/run";
import { buildApplication } from "@/scripts/start/build";
import { startWeb } from "@/scripts/start/web";
import { buildBareNext } from "./bare-next";
import { BIG_TENANT } from "./data";
import type { BenchDatabase } from "./database";
import { fetchText, untilAnswering } from "./fetching";
import { cpuSlowdown, measure, report, slowdown } from "./measure";

const CLIENTS = 4;

/** The page of payment intents against a bare Next page with the same table, and its weight against the rows as JSON. */
export async function benchPages(database: BenchDatabase, actor: MemberActor): Promise<void> {
  console.log("\nPages (production build)");
  await buildApplication();
  const folder = await buildBareNext();
  const web = await startWeb({ mode: "start", urls: database, demoMode: false });
  const barePort = env().port + 2;
  const bare = spawn(
    process.execPath,
    [...SERVER_FLAGS, BINARIES.next, "start", folder, "-p", String(barePort), "-H", "127.0.0.1"],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        BARE_DATABASE_URL: database.ownerUrl,
        BARE_TENANT_ID: actor.tenantId,
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  try {
    const origin = `http://127.0.0.1:${env().port}`;
    const page = `${origin}/${BIG_TENANT}/payment-intents`;
    const barePage = `http://127.0.0.1:${barePort}/`;
    await untilAnswering(agent, barePage);
    const token = await signSessionToken(actor);
    const headers = { cookie: `${SESSION_COOKIE}=${token}`, host: new URL(env().appUrl).host };
    const html = await fetchText(agent, page, headers);
    if (!html.includes("BKG-")) throw new Error("the page shows no payments");
    const json = await fetchText(agent, `${origin}/api/v1/payment_intents`, {
      authorization: `Bearer ${token}`,
      "x-tenant": BIG_TENANT,
    });
    const next = await nextPage(headers.cookie);
    const turn = () => fetchText(agent, origin + next.location, { ...headers, ...next.headers });
    if (!(await turn()).includes("BKG-")) throw new Error("the next page shows no payments");
    const server = web.pid === undefined ? {} : { server: web.pid };
    const rates = await measure(
      [
        { name: "page", run: () => fetchText(agent, page, headers), ...server },
        { name: "next page", run: turn, ...server },
        {
          name: "bare",
          run: () => fetchText(agent, barePage, {}),
          ...(bare.pid !== undefined && { server: bare.pid }),
        },
      ],
      { clients: CLIENTS, roundMs: 2000, warmUpMs: 10_000 },
    );
    report(
      "page of 50 payments : bare Next page",
      slowdown(rates, "page", "bare"),
      { atMost: 1.5 },
      cpuSlowdown(rates, "page", "bare"),
    );
    report(
      "the next page of 50, within the list : bare Next page",
      slowdown(rates, "next page", "bare"),
      {},
      cpuSlowdown(rates, "next page", "bare"),
    );
    report("HTML of the page : JSON of its rows", Buffer.byteLength(html) / Buffer.byteLength(json), { atMost: 4 });
  } finally {
    agent.destroy();
    bare.kill("SIGTERM");
    await web.stop();
  }
}

/**
 * What a browser that shows the list asks for its second page: the table anew, and nothing of what stays around it. The
 * headers are those of Next's own router.
 */
async function nextPage(cookie: string): Promise<{ location: string; headers: Record<string, string> }> {
  const path = `/${BIG_TENANT}/payment-intents`;
  const shown = [
    ["tenant", BIG_TENANT, "d", null],
    { children: ["payment-intents", { children: ["__PAGE__", {}, null, "refetch"] }] },
  ];
  const tree = ["", { children: ["(dashboard)", { children: shown }] }];
  const headers = {
    rsc: "1",
    "next-url": path,
    "next-router-state-tree": encodeURIComponent(JSON.stringify(tree)),
  };
  // Next names the address itself: a sum over these headers stands in it.
  const answer = await fetch(`${env().appUrl}${path}?page=2`, { headers: { cookie, ...headers }, redirect: "manual" });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`Next names no address for a page within the list (${answer.status})`);
  return { location, headers };
}
