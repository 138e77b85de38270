import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { OperatorError } from "@/scripts/operator-error";

const WHOLE = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Without windows and all that belongs to them, which saves a tenth of the tests' time. */
const HEADLESS = "chromium-headless-shell";
const MAC_PATHS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

interface ChromiumChoice {
  /** Only one that could show windows will do. */
  isWhole?: boolean;
}

/**
 * Path of a Chromium, the lightest that there is; installs the distribution's where none is found and rights allow it.
 * @throws OperatorError where there is none in the end
 */
export function ensureChromium({ isWhole = false }: ChromiumChoice = {}): string {
  const names = isWhole ? WHOLE : [HEADLESS, ...WHOLE];
  const found = findChromium(names);
  if (found) return found;
  for (const name of names.slice(0, 2)) {
    install(name);
    const installed = findChromium(names);
    if (installed) return installed;
  }
  throw new OperatorError(
    "The browser tests need Chromium: install it (apt-get install chromium), or name one with CHROMIUM_PATH.",
  );
}

function findChromium(names: readonly string[]): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new OperatorError(`CHROMIUM_PATH names ${given}, which does not exist.`);
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [
    ...(given ? [given] : []),
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...MAC_PATHS,
    chromium.executablePath(),
  ];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** Asks the distribution for a package, which it may not have. */
function install(name: string): void {
  if (!existsSync("/usr/bin/apt-get")) return;
  const isRoot = process.getuid?.() === 0;
  // -n: never ask for a password in the middle of a test run.
  if (!isRoot && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status !== 0) return;
  console.log("Installing Chromium for the browser tests …");
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", name]]) {
    const command = isRoot ? ["apt-get", ...args] : ["sudo", "-n", "apt-get", ...args];
    spawnSync(command[0] ?? "", command.slice(1), {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}
