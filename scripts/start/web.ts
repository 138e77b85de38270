import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { parseEnv } from "@/lib/env";
import { appSecret } from "@/scripts/db/secrets";
import type { DatabaseUrls } from "@/scripts/db/urls";
import { OperatorError } from "@/scripts/operator-error";
import { requireFreePort } from "@/scripts/ports";
import { BINARIES, SERVER_FLAGS } from "@/scripts/run";
import { rememberWeb } from "./orphans";

interface WebOptions {
  mode: "start" | "dev";
  urls: DatabaseUrls;
  demoMode: boolean;
  /** Gives the start up. */
  signal?: AbortSignal;
}

export interface WebServer {
  appUrl: string;
  pid: number | undefined;
  /** Settles when the process has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** The settings that the web process gets: the low logins, never the owner's. */
function webSettings({ mode, urls, demoMode }: WebOptions) {
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: mode === "dev" ? "development" : "production",
    APP_SECRET: appSecret(),
    TENANT_DATABASE_URL: urls.tenantUrl,
    PLATFORM_DATABASE_URL: urls.platformUrl,
    JOBS_DATABASE_URL: urls.jobsUrl,
    DEMO_MODE: demoMode ? "on" : "off",
    // Empty rather than absent: Next reads .env by itself and would bring the owner's login back.
    DATABASE_URL: "",
  };
  const { appUrl, port, host } = parseEnv(settings);
  return {
    ...settings,
    PORT: String(port),
    BIND_ADDRESS: host ?? "",
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Starts Next and waits until it answers. */
export async function startWeb(options: WebOptions): Promise<WebServer> {
  const settings = webSettings(options);
  await requireFreePort(Number(settings.PORT));
  const child = spawn(
    process.execPath,
    [
      ...SERVER_FLAGS,
      BINARIES.next,
      options.mode,
      "-p",
      settings.PORT ?? "",
      ...(settings.BIND_ADDRESS ? ["-H", settings.BIND_ADDRESS] : []),
    ],
    {
      env: settings,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const forget = child.pid === undefined ? () => {} : rememberWeb(child.pid);
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => {
      forget();
      resolve();
    }),
  );
  try {
    await untilHealthy(child, healthAddress(settings), options.signal);
  } catch (error) {
    await stopChild(child, ended);
    throw error;
  }
  return { appUrl: settings.APP_URL ?? "", pid: child.pid, ended, stop: () => stopChild(child, ended) };
}

function healthAddress({ BIND_ADDRESS, PORT }: { BIND_ADDRESS: string; PORT: string }): string {
  const everywhere = ["", "0.0.0.0", "::"].includes(BIND_ADDRESS);
  const host = everywhere ? "127.0.0.1" : BIND_ADDRESS.includes(":") ? `[${BIND_ADDRESS}]` : BIND_ADDRESS;
  return `http://${host}:${PORT}/health`;
}

async function untilHealthy(child: ChildProcess, address: string, signal?: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < 120_000; waitedMs += 200) {
    signal?.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new OperatorError("The web server ended while it started: see its message above.");
    }
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(200);
  }
  throw new OperatorError("The web server did not answer /health within two minutes: see its messages above.");
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await ended;
}
