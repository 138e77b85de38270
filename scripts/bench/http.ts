import { spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { TenantActor } from "@/lib/actor";
import { createApiKey } from "@/lib/api-keys/commands";
import { env } from "@/lib/env";
import { BINARIES } from "@/scripts/run";
import { buildApplication } from "@/scripts/start/build";
import { startWeb } from "@/scripts/start/web";
import type { BenchDatabase } from "./database";
import { cpuShare, measure, report, share } from "./measure";

const CLIENTS = 8;

/** The list over HTTP by access key, on the production build, against node:http with bare pg. */
export async function benchHttp(database: BenchDatabase, actor: TenantActor): Promise<void> {
  console.log("\nHTTP (production build)");
  await buildApplication();
  const { secret } = await createApiKey(actor, {
    name: "Bench",
    permissions: ["payment_intents:read", "accounts:read"],
    account_ids: null,
    branch_ids: null,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const web = await startWeb({ mode: "start", urls: database, demoMode: false });
  const barePort = env().port + 1;
  const bare = spawn(
    process.execPath,
    [BINARIES.tsx, "scripts/bench/bare-server.ts", String(barePort), actor.tenantId],
    {
      env: { ...process.env, DATABASE_URL: database.ownerUrl },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const list = `http://127.0.0.1:${env().port}/api/v1/payment_intents`;
    const bareList = `http://127.0.0.1:${barePort}/`;
    await untilAnswering(agent, bareList);
    const headers = { authorization: `Bearer ${secret}` };
    const rates = await measure(
      [
        { name: "api", run: () => fetchAll(agent, list, headers), ...(web.pid !== undefined && { server: web.pid }) },
        { name: "bare", run: () => fetchAll(agent, bareList, {}), ...(bare.pid !== undefined && { server: bare.pid }) },
      ],
      { clients: CLIENTS, roundMs: 2000, warmUpMs: 10_000 },
    );
    const bar = { atLeast: 0.28 };
    report("list of 50 by key : node:http + pg", share(rates, "api", "bare"), bar, cpuShare(rates, "api", "bare"));
    agent.destroy();
  } finally {
    bare.kill("SIGTERM");
    await web.stop();
  }
}

function fetchAll(agent: Agent, url: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.on("end", resolve).on("error", reject).resume();
    }).on("error", reject);
  });
}

async function untilAnswering(agent: Agent, url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetchAll(agent, url, {});
    } catch (error) {
      if (tries === 50) throw error;
      await sleep(100);
    }
  }
}
