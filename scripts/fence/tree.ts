import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import type { SourceTree } from "./imports";

const SOURCES = ["app", "components", "lib", "prisma/seed", "scripts", "e2e", "instrumentation.ts", "proxy.ts"];

/** The repository's own sources. */
export function readTree(): SourceTree {
  const tree = new Map<string, string>();
  const visit = (name: string): void => {
    const stats = statSync(path.join(REPOSITORY_DIR, name), { throwIfNoEntry: false });
    if (!stats || name === "lib/generated") return;
    if (stats.isDirectory())
      for (const entry of readdirSync(path.join(REPOSITORY_DIR, name))) visit(`${name}/${entry}`);
    else if (/\.(ts|tsx|mjs)$/.test(name)) tree.set(name, readFileSync(path.join(REPOSITORY_DIR, name), "utf8"));
  };
  for (const name of SOURCES) visit(name);
  return tree;
}
