import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";

/** What `next build` reads besides the packages, whose versions are in the lock file. */
const BUILD_SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "prisma/seed/demo-sign-ins.ts",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** What `prisma generate` reads. */
const CLIENT_SOURCES = ["prisma/schema.prisma", "package-lock.json"];

export const buildHash = () => hashOf(BUILD_SOURCES);
export const clientHash = () => hashOf(CLIENT_SOURCES);

/** Hash over names and contents of files, folders included; tests and generated code are left out. */
function hashOf(sources: string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(absolute(file)));
  return hash.digest("hex");
}

function filesUnder(name: string): string[] {
  if (!existsSync(absolute(name)) || name === "lib/generated" || /\.test\.tsx?$/.test(name)) return [];
  if (statSync(absolute(name)).isFile()) return [name];
  return readdirSync(absolute(name))
    .sort()
    .flatMap((entry) => filesUnder(`${name}/${entry}`));
}

/** True if the stamp file holds this hash: what was made from these sources is still right. */
export function isStamped(stamp: string, hash: string): boolean {
  return existsSync(absolute(stamp)) && readFileSync(absolute(stamp), "utf8") === hash;
}

export function writeStamp(stamp: string, hash: string): void {
  mkdirSync(path.dirname(absolute(stamp)), { recursive: true });
  writeFileSync(absolute(stamp), hash);
}

function absolute(name: string): string {
  return path.join(REPOSITORY_DIR, name);
}
