// Plain JavaScript without packages: it runs before there are any.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lockFile = path.join(root, "package-lock.json");
const stampFile = path.join(root, "node_modules", ".bulkhead-lock-hash");

/** Stops with one sentence if this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: Bulkhead needs Node 20.19 or newer.`);
  process.exit(1);
}

/** Installs the packages of package-lock.json if they are missing or of another version of it. */
export function ensurePackages({ development = false } = {}) {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  const wanted = development ? `${hash} dev` : hash;
  if (isInstalled(wanted)) return;
  console.log("Installing packages (once, about a minute) …");
  const args = ["ci", "--no-audit", "--no-fund", ...(development ? ["--include=dev"] : [])];
  // npm tells its scripts where it is; without that (node scripts/start.mjs) the shell finds it.
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error("The packages could not be installed: see npm's message above, then run this again.");
    process.exit(1);
  }
  // A plain install mostly brings the packages for development too: npm test then need not install anew, under a server
  // that is running from them.
  writeFileSync(stampFile, hasDevelopmentPackages() ? `${hash} dev` : hash);
}

function hasDevelopmentPackages() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return Object.keys(devDependencies).every((name) => existsSync(path.join(root, "node_modules", name)));
}

function isInstalled(wanted) {
  if (existsSync(stampFile)) {
    const has = readFileSync(stampFile, "utf8");
    return has === wanted || has === `${wanted} dev`;
  }
  // Installed by hand with npm: its own copy of the lock file is then newer than ours.
  const installed = path.join(root, "node_modules", ".package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}
