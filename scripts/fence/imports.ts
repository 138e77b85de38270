import path from "node:path";

export interface Import {
  specifier: string;
  /** `import type`: gone at run time. */
  isType: boolean;
  /** `import()`: fetched when it is called. */
  isDynamic: boolean;
}

/** The tree to be checked: text of each source file by its path from the root, with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

const STATEMENT = /(?:^|[;}\s])(import|export)\s+(type\s+)?(?:[\w*${},\s]+?\s*from\s*)?["']([^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** What a file imports, re-exports included. */
export function importsOf(source: string): Import[] {
  // Comments may show imports as examples. "://" in a string is no comment.
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'])\/\/.*$/gm, "$1");
  const statements = [...code.matchAll(STATEMENT)].map(([, , type, specifier = ""]) => ({
    specifier,
    isType: Boolean(type),
    isDynamic: false,
  }));
  const dynamic = [...code.matchAll(DYNAMIC)].map(([, specifier = ""]) => ({
    specifier,
    isType: false,
    isDynamic: true,
  }));
  return [...statements, ...dynamic];
}

/** The file of the tree that a specifier means, or null for packages and files that are not sources (styles). */
export function resolveImport(tree: SourceTree, importer: string, specifier: string): string | null {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const target = specifier.startsWith("@/")
    ? path.posix.normalize(specifier.slice(2))
    : path.posix.join(path.posix.dirname(importer), specifier);
  const candidates = [
    target,
    `${target}.ts`,
    `${target}.tsx`,
    `${target}.mjs`,
    `${target}/index.ts`,
    `${target}/index.tsx`,
  ];
  return candidates.find((candidate) => tree.has(candidate)) ?? (target.startsWith("lib/generated/") ? target : null);
}

/** Name of the package, without the path inside it. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
