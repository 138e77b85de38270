import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { exitCodeOf } from "@/scripts/run";
import { buildApplication } from "@/scripts/start/build";
import { withServerUnderTest } from "./browser";
import { ensureChromium } from "./chromium";
import { type Counts, countExitCode, countPlaywright, countVitest } from "./counts";
import { withGallery } from "./gallery";

const reportDir = mkdtempSync(path.join(os.tmpdir(), "bulkhead-reports-"));
process.on("exit", () => rmSync(reportDir, { recursive: true, force: true }));

/** Everything that npm test runs, in this order. */
export const SUITES: Record<string, (signal: AbortSignal) => Promise<Counts>> = {
  lint: async (signal) => countExitCode(await exitCodeOf("biome", ["check"], { signal })),
  async typecheck(signal) {
    // Next describes its routes in .next/types first.
    const routes = await exitCodeOf("next", ["typegen"], { signal, quiet: true });
    return countExitCode(routes || (await exitCodeOf("tsc", ["--noEmit"], { signal })));
  },
  knip: async (signal) => countExitCode(await exitCodeOf("knip", [], { signal })),
  unit: (signal) => vitest("unit", signal),
  db: (signal) => vitest("db", signal),
  async build(signal) {
    await buildApplication(signal);
    return countExitCode(0);
  },
  async gallery(signal) {
    const CHROMIUM_PATH = ensureChromium();
    return withGallery((baseUrl) => playwright("gallery", { E2E_BASE_URL: baseUrl, CHROMIUM_PATH }, signal), signal);
  },
  async browser(signal) {
    const CHROMIUM_PATH = ensureChromium();
    await buildApplication(signal);
    return withServerUnderTest((server) => playwright("pages", { ...server, CHROMIUM_PATH }, signal));
  },
};

async function playwright(project: string, env: Record<string, string>, signal: AbortSignal): Promise<Counts> {
  const report = path.join(reportDir, `${project}.json`);
  // The gallery's tests share nothing; those of the pages share the people of the demo.
  const workers = project === "gallery" ? ["--workers=2"] : [];
  const exitCode = await exitCodeOf(
    "playwright",
    ["test", `--project=${project}`, "--reporter=list,json", ...workers],
    {
      signal,
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return countPlaywright(report, exitCode);
}

async function vitest(project: string, signal: AbortSignal): Promise<Counts> {
  const report = path.join(reportDir, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const exitCode = await exitCodeOf("vitest", ["run", "--project", project, ...reporters], { signal });
  return countVitest(report, exitCode);
}
